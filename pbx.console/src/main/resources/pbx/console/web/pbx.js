// Keeps the tables of the Telephony page as they are on the server. What comes is escaped there.
(() => {
    'use strict';
    const page = document.getElementById('pbx');
    const live = document.getElementById('pbx-live');
    const tables = page.dataset.tables.split(',');
    const waiting = new Map();
    let pressed = false;

    // not while a button is held down: it would be gone before it is let go
    function draw() {
        if (!pressed) {
            waiting.forEach((rows, name) => document.querySelector('#pbx-' + name + ' tbody').innerHTML = rows);
            waiting.clear();
        }
    }

    function press(down) {
        pressed = down;
        // the click comes after the button was let go
        setTimeout(draw);
    }

    function say(words, on) {
        live.textContent = words;
        live.classList.toggle('on', on);
    }

    function connect() {
        const events = new EventSource(page.dataset.events);
        tables.forEach(name => events.addEventListener(name, event => {
            waiting.set(name, event.data);
            draw();
        }));
        events.onopen = () => say('live', true);
        events.onerror = () => {
            say('not connected; trying again', false);
            // refused (the console is being replaced, or too many pages are open): the browser itself would give up
            if (events.readyState === EventSource.CLOSED) {
                setTimeout(again, 3000);
            }
        };
    }

    // whoever is logged out meanwhile is shown the way in
    function again() {
        fetch(location.href, {method: 'HEAD'})
            .then(answer => answer.status === 401 ? location.reload() : connect(), connect);
    }

    function twoDigits(number) {
        return String(number).padStart(2, '0');
    }

    function tick() {
        document.querySelectorAll('#pbx time').forEach(time => {
            const seconds = Number(time.dataset.seconds) + 1;
            const hours = Math.floor(seconds / 3600);
            const minutes = Math.floor(seconds / 60) % 60;
            time.dataset.seconds = seconds;
            time.textContent = (hours > 0 ? hours + ':' : '') + twoDigits(minutes) + ':' + twoDigits(seconds % 60);
        });
    }

    addEventListener('pointerdown', () => press(true));
    addEventListener('pointerup', () => press(false));
    addEventListener('pointercancel', () => press(false));
    say('connecting', false);
    connect();
    setInterval(tick, 1000);
})();

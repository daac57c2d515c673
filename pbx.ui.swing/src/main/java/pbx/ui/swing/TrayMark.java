package pbx.ui.swing;

import java.awt.AWTException;
import java.awt.Image;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.Call;
import pbx.api.call.CallId;

/**
 * A sign in the desktop's tray, where there is one: what waits, a way back to the window, and a notification when it rings.
 * Nothing depends on it: some desktops have no tray, or say that they have one and show nothing. EDT only.
 */
final class TrayMark {
    private static final Logger log = LoggerFactory.getLogger(TrayMark.class);

    private final Texts texts;
    private final Runnable front;
    private Optional<TrayIcon> icon = Optional.empty();
    private Optional<CallId> told = Optional.empty();

    TrayMark(Texts texts, Runnable front) {
        this.texts = texts;
        this.front = front;
    }

    void show() {
        if (!SystemTray.isSupported()) {
            return;
        }
        try {
            Image image = AppIcon.image(SystemTray.getSystemTray().getTrayIconSize().height);
            TrayIcon made = new TrayIcon(image, texts.get("window.title"), menu());
            made.addActionListener(e -> front.run());
            SystemTray.getSystemTray().add(made);
            icon = Optional.of(made);
        } catch (AWTException e) {
            log.info("The desktop has no tray: {}", e.getMessage());
        }
    }

    void remove() {
        icon.ifPresent(mark -> SystemTray.getSystemTray().remove(mark));
        icon = Optional.empty();
    }

    void draw(Desk desk) {
        icon.ifPresent(mark -> {
            String words =
                    texts.get("tray.tip", desk.mail().missed(), desk.mail().unheard());
            if (!words.equals(mark.getToolTip())) {
                mark.setToolTip(words);
            }
            Optional<Call> offered = desk.offered().filter(call -> !told.equals(Optional.of(call.id())));
            offered.ifPresent(call -> {
                told = Optional.of(call.id());
                mark.displayMessage(
                        texts.get("call.incoming"), new CallText(texts).who(call.remote()), TrayIcon.MessageType.INFO);
            });
        });
    }

    private PopupMenu menu() {
        PopupMenu menu = new PopupMenu();
        MenuItem open = new MenuItem(texts.get("tray.open"));
        open.addActionListener(e -> front.run());
        menu.add(open);
        return menu;
    }
}

package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceState;

/** 2,000 people: what is painted is what changed, however fast it changes. Rows are counted, so that a busy machine does not matter. */
@ExtendWith(Display.class)
class ManyPeopleWindowTest {
    private static final int PEOPLE = 2000;
    private static final int PER_SECOND = 100;
    /** As many are on the screen at least. */
    private static final int VISIBLE = 8;
    /** One second of changes, one minute in the full counts. */
    private static final int CHANGES = Boolean.getBoolean("pbx.full") ? 60 * PER_SECOND : PER_SECOND;

    @Test
    void aHundredChangesASecondPaintOnlyWhatChanged() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            fill(open);
            assertEquals(PEOPLE, size());
            AtomicLong rows = countPainted();
            Random random = new Random(8);
            for (int i = 0; i < CHANGES; i++) {
                int who = i % 2 == 0 ? i / 2 % VISIBLE : VISIBLE * 4 + random.nextInt(PEOPLE - VISIBLE * 4);
                change(open, who, i / 2 / VISIBLE % 2 == 0 ? PresenceState.TALKING : PresenceState.IDLE);
                TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
            }
            // what comes at once is drawn at once: however slow the machine is, of these all are
            for (int who = 0; who < VISIBLE; who++) {
                change(open, who, PresenceState.RINGING);
            }
            OpenPhone.drawn();
            Driver.eventually("the last rows", () -> rows.get() >= VISIBLE);
            System.out.println("2,000 people, " + CHANGES + " changes: " + rows + " rows painted");
            // Every second change is on the screen: its row is painted, and its neighbours at most for their edges.
            assertTrue(rows.get() <= (CHANGES + VISIBLE) * 2L, rows + " rows were painted for " + CHANGES + " changes");
        }
    }

    @Test
    void allOfThemScrollPastPageByPage() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            fill(open);
            AtomicLong rows = countPainted();
            int pages = 60;
            int visible = Driver.onEdt(() -> list().getLastVisibleIndex() - list().getFirstVisibleIndex() + 1);
            for (int page = 0; page < pages; page++) {
                int row = page * PEOPLE / pages;
                Driver.doOnEdt(() -> scrollTo(row));
            }
            OpenPhone.drawn();
            long most = (long) pages * (visible + 2) * 2;
            assertTrue(rows.get() <= most, rows + " rows were painted for " + pages + " pages of " + visible);
            Driver.type("search", "person 1999");
            assertEquals(1, size());
            assertTrue(open.calls.unasked());
        }
    }

    private static void scrollTo(int row) {
        JList<?> list = list();
        Rectangle cell = list.getCellBounds(row, row);
        list.scrollRectToVisible(new Rectangle(cell.x, cell.y, 1, list.getVisibleRect().height));
        list.paintImmediately(list.getVisibleRect());
    }

    private static void fill(OpenPhone open) {
        for (int i = 0; i < PEOPLE; i++) {
            open.phone.presenceChanged(Samples.seen(person(i, PresenceState.IDLE)));
        }
        OpenPhone.drawn();
    }

    private static void change(OpenPhone open, int who, PresenceState state) {
        Presence now = person(who, state);
        open.phone.presenceChanged(new PresenceChange(Optional.of(now), Optional.of(now)));
    }

    private static Presence person(int who, PresenceState state) {
        return Samples.person(String.valueOf(1000 + who), "Person " + who, state);
    }

    /** Counts each time that a row is painted. */
    private static AtomicLong countPainted() {
        AtomicLong painted = new AtomicLong();
        Driver.doOnEdt(() -> {
            @SuppressWarnings("unchecked") // the window's only list of people
            JList<Person> list = (JList<Person>) list();
            ListCellRenderer<? super Person> renderer = list.getCellRenderer();
            list.setCellRenderer((l, person, index, selected, focused) -> {
                painted.incrementAndGet();
                return renderer.getListCellRendererComponent(l, person, index, selected, focused);
            });
            list.paintImmediately(list.getVisibleRect());
        });
        OpenPhone.drawn();
        painted.set(0);
        return painted;
    }

    private static int size() {
        return Driver.onEdt(() -> list().getModel().getSize());
    }

    private static JList<?> list() {
        return Driver.get(JList.class, "directory");
    }
}

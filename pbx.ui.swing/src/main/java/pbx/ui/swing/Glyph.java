package pbx.ui.swing;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import com.formdev.flatlaf.extras.FlatSVGIcon.ColorFilter;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Icon;

/** Signs of Bootstrap Icons, in the colour of the component that they stand on: sharp at any scale. */
// Each holds a picture, which nobody changes.
@SuppressWarnings("ImmutableEnumChecker")
enum Glyph implements Icon {
    LIFT("telephone-fill"),
    /** The receiver, put down. */
    HANG_UP("telephone-fill"),
    PAUSE("pause-fill"),
    PLAY("play-fill"),
    STOP("stop-fill"),
    MICROPHONE("mic-fill"),
    MICROPHONE_OFF("mic-mute-fill"),
    SEARCH("search"),
    SWAP("arrow-left-right"),
    FORWARD("telephone-forward-fill"),
    PARK("p-square"),
    RECORD("record-fill"),
    CONNECT("link-45deg"),
    PEOPLE("people"),
    BACK("reply"),
    CLOCK("clock-history"),
    TAPE("voicemail"),
    ENVELOPE("envelope"),
    ENVELOPE_NEW("envelope-fill"),
    BUBBLE("chat-text"),
    SEND("send-fill"),
    GEAR("gear"),
    STAR("star"),
    STAR_FULL("star-fill"),
    REPEAT("arrow-clockwise"),
    KEYPAD("grid-3x3-gap-fill"),
    SPEAKER("volume-up"),
    SAVE("download"),
    BIN("trash3"),
    IN("telephone-inbound"),
    OUT("telephone-outbound"),
    MISSED("telephone-x"),
    PERSON("person"),
    PLUG("puzzle"),
    MORE("three-dots"),
    ROBOT("robot"),
    QUEUE("people-fill"),
    CONFERENCE("diagram-3");

    private static final int SIZE = 16;
    private static final double LYING = 0.88;
    private static final String FOLDER = "META-INF/resources/webjars/bootstrap-icons/1.11.3/icons/";

    private final FlatSVGIcon icon;

    Glyph(String file) {
        icon = new FlatSVGIcon(FOLDER + file + ".svg", SIZE, SIZE, Glyph.class.getClassLoader());
        icon.setColorFilter(new ColorFilter((component, colour) -> component.getForeground()));
    }

    static Glyph of(CallButton action) {
        return switch (action) {
            case ANSWER -> LIFT;
            case REJECT, HANG_UP -> HANG_UP;
            case HOLD -> PAUSE;
            case RESUME -> PLAY;
            case SWAP -> SWAP;
            case MUTE -> MICROPHONE_OFF;
            case UNMUTE -> MICROPHONE;
            case TRANSFER -> FORWARD;
            case PARK -> PARK;
            case RECORD, STOP_RECORDING -> RECORD;
            case CONNECT -> CONNECT;
            case MERGE -> CONFERENCE;
            case BACK -> BACK;
        };
    }

    /** Whether its file is in the bundle and can be read. */
    boolean found() {
        return icon.hasFound();
    }

    @Override
    public int getIconWidth() {
        return UIScale.scale(SIZE);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(SIZE);
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        if (this == HANG_UP) {
            double middle = getIconWidth() / 2.0;
            g.rotate(Math.toRadians(135), x + middle, y + middle);
            // Lying down it is longer than the square is wide.
            g.translate((x + middle) * (1 - LYING), (y + middle) * (1 - LYING));
            g.scale(LYING, LYING);
        }
        icon.paintIcon(component, g, x, y);
        g.dispose();
    }

    /** Larger than a line of text. */
    Icon large(int size) {
        FlatSVGIcon large = icon.derive(size, size);
        large.setColorFilter(icon.getColorFilter());
        return large;
    }
}

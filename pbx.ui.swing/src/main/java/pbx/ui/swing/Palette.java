package pbx.ui.swing;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.UIManager;

/** The colours that have a meaning, and the styles made of them. All text keeps a contrast of 4.5 : 1 in both themes. */
final class Palette {
    static final String QUIET = "[light]foreground: #57606a; [dark]foreground: #a3adb8";
    static final String FAINT = "[light]foreground: #9aa4af; [dark]foreground: #6b7681";
    static final String BUBBLE = "arc: 16; [light]background: #eceff2; [dark]background: #343b44";
    static final String BUBBLE_MINE = "arc: 16; background: #1f5fbf";
    static final String BUBBLE_TEXT_MINE = "foreground: #ffffff";
    static final String WARNING = "[light]foreground: #9a4b00; [dark]foreground: #f0a840; font: bold";
    static final String FAILURE = "[light]foreground: #b3141f; [dark]foreground: #ff8f88";
    static final String NEWS = "font: semibold";
    static final String BADGE = "border: 1,6,1,6,#cf222e,1,8; foreground: #ffffff; background: #cf222e; font: bold -2";
    static final String CARD =
            "arc: 16; [light]background: #ffffff; [dark]background: #272c33; [light]border: 1,1,1,1,#dfe4ea,1,16; [dark]border: 1,1,1,1,#363d46,1,16";
    static final String CARD_OFFERED =
            "arc: 16; [light]background: #e6f6ea; [dark]background: #1d3a27; [light]border: 1,1,1,1,#8fcfa2,1,16; [dark]border: 1,1,1,1,#2f7a48,1,16";
    static final String INCOMING =
            "[light]background: #ffffff; [dark]background: #272c33; border: 1,1,1,1,$Component.borderColor";
    static final String CARD_ENDED =
            "arc: 16; [light]background: #eceff2; [dark]background: #21262c; [light]border: 1,1,1,1,#dfe4ea,1,16; [dark]border: 1,1,1,1,#2d333b,1,16";
    static final String CARD_HELD =
            "arc: 16; [light]background: #f4f0fd; [dark]background: #2b2638; [light]border: 1,1,1,1,#d3c6f2,1,16;"
                    + " [dark]border: 1,1,1,1,#4b3f6b,1,16";
    static final String STATE =
            "arc: 16; [light]background: #ffffff; [dark]background: #272c33; [light]border: 10,14,10,14,#dfe4ea,1,16;"
                    + " [dark]border: 10,14,10,14,#363d46,1,16";
    static final String GROUND = "[light]background: #f4f6f8; [dark]background: #1b1e23";
    static final String RECORDING = "[light]foreground: #b3141f; [dark]foreground: #ff8f88; font: bold";
    static final String GO = button("#1a7f37", "#187033", "#135e2a");
    static final String STOP = button("#c4202c", "#b01b26", "#98151f");

    static final Color ALARM = new Color(0xCF222E);
    /** Discs of what is no person. */
    static final Color SERVICE = new Color(0x5B6672);
    /** Discs of persons: white on each of them has a contrast of 4.5 : 1. */
    private static final List<Color> DISCS = IntStream.of(
                    0x3B5BA9, 0x8A4B9E, 0x1F7A6D, 0xA8484E, 0x8A5A13, 0x4A7023, 0x2F6F9F, 0x6A57B8)
            .mapToObj(Color::new)
            .toList();

    private Palette() {}

    static Color disc(int hash) {
        return DISCS.get(Math.floorMod(hash, DISCS.size()));
    }

    /** What wants to be noticed, as a line. */
    static Color alarm() {
        return UIManager.getBoolean("laf.dark") ? new Color(0xFF8F88) : new Color(0xB3141F);
    }

    static Color quiet() {
        return UIManager.getBoolean("laf.dark") ? new Color(0xA3ADB8) : new Color(0x57606A);
    }

    private static String button(String ground, String hover, String pressed) {
        return "font: bold; foreground: #ffffff; background: " + ground + "; focusedBackground: " + ground
                + "; hoverBackground: " + hover + "; pressedBackground: " + pressed
                + "; borderWidth: 2; innerFocusWidth: 0; borderColor: " + ground + "; hoverBorderColor: " + hover
                + "; [light]focusedBorderColor: #000000; [dark]focusedBorderColor: #ffffff";
    }
}

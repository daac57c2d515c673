package pbx.ui.swing;

import java.awt.Color;
import javax.swing.UIManager;

/** The colours that have a meaning, and the styles made of them. All text keeps a contrast of 4.5 : 1 in both themes. */
final class Palette {
    static final String QUIET = "[light]foreground: #57606a; [dark]foreground: #a3adb8";
    static final String WARNING = "[light]foreground: #9a4b00; [dark]foreground: #f0a840; font: bold";
    static final String FAILURE = "[light]foreground: #b3141f; [dark]foreground: #ff8f88";
    static final String BADGE = "border: 1,6,1,6,#cf222e,1,8; foreground: #ffffff; background: #cf222e; font: bold -2";
    static final String CARD = "arc: 16; [light]background: #ffffff; [dark]background: #3c4043";
    static final String CARD_OFFERED = "arc: 16; [light]background: #e3f5e6; [dark]background: #24452d";
    static final String INCOMING =
            "[light]background: #ffffff; [dark]background: #35383b; border: 1,1,1,1,$Component.borderColor";
    static final String CARD_ENDED = "arc: 16; [light]background: #eceef0; [dark]background: #323537";
    static final String GROUND = "[light]background: #f3f5f7; [dark]background: #2b2d30";
    static final String RECORDING = "[light]foreground: #b3141f; [dark]foreground: #ff8f88; font: bold";
    static final String GO = button("#1a7f37", "#187033", "#135e2a");
    static final String STOP = button("#c4202c", "#b01b26", "#98151f");

    private Palette() {}

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

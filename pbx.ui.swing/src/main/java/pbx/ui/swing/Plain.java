package pbx.ui.swing;

import javax.swing.AbstractButton;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** Text as text. Names come from strangers: none may become markup, and none may turn the line around. */
final class Plain {
    private static final int LONGEST = 300;
    private static final int LONGEST_TEXT = 20_000;
    /** They join letters, and the parts of an emoji: harmless, and needed. */
    private static final String JOINERS = "\u200C\u200D";

    private Plain() {}

    /** On one line, without control characters or marks of direction, and not endless. */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> line.appendCodePoint(isOdd(c) ? ' ' : c));
        return line.toString().strip();
    }

    /** On as many lines as it has, without control characters or marks of direction; for components that know no markup. */
    static String text(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(LONGEST_TEXT).forEach(c -> plain.appendCodePoint(c != '\n' && isOdd(c) ? ' ' : c));
        return plain.toString().strip();
    }

    /** Swing takes text that begins with an html tag for markup, and loads pictures from wherever it says. */
    static <C extends JComponent> C noMarkup(C component) {
        component.putClientProperty("html.disable", true);
        return component;
    }

    static JLabel label(String name) {
        JLabel label = noMarkup(new JLabel());
        label.setName(name);
        return label;
    }

    static JButton button() {
        JButton button = noMarkup(new JButton());
        button.setIconTextGap(Sizes.of(7, 0).width);
        return button;
    }

    /** A button with words, whose {@code &} stands before the mnemonic. */
    static JButton button(String name, String words, Runnable pressed) {
        JButton button = caption(button(), words);
        button.setName(name);
        button.addActionListener(e -> pressed.run());
        return button;
    }

    /**
     * A box with nothing to choose from yet. It has one empty line: for one without lines Swing makes a renderer that it keeps
     * for ever, and this bundle with it.
     */
    static <T> JComboBox<T> emptyBox() {
        JComboBox<T> box = noMarkup(new JComboBox<>());
        box.addItem(null);
        return box;
    }

    /** A small button of a sign alone, with its words as tip and for those who hear the screen. */
    static JButton tool(String name, String words, Icon sign, Runnable pressed) {
        JButton button = button();
        button.setName(name);
        button.setIcon(sign);
        button.setToolTipText(words);
        button.getAccessibleContext().setAccessibleName(words);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.addActionListener(e -> pressed.run());
        return button;
    }

    /** The text's {@code &} stands before the mnemonic. */
    static <B extends AbstractButton> B caption(B button, String text) {
        int mark = text.indexOf('&');
        button.setText(text.replace("&", ""));
        if (mark >= 0) {
            button.setMnemonic(Character.toUpperCase(text.charAt(mark + 1)));
            button.setDisplayedMnemonicIndex(mark);
        }
        return button;
    }

    private static boolean isOdd(int c) {
        if (JOINERS.indexOf(c) >= 0) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}

package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import pbx.api.call.Call;
import pbx.api.media.Levels;
import pbx.api.media.Quality;

/** How a call sounds: bars with a word that unfold into an explanation, and how loud both sides are. EDT only. */
final class SoundLine {
    /** So loud somebody speaks. */
    private static final double SPEECH = 0.02;

    private final Texts texts;
    private final QualityText words;
    private final JPanel panel =
            new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[]push[]6[]14[]6[]", "[]6[]"));
    private final JButton quality = Plain.button();
    private final JTextArea explanation = new JTextArea();
    private final JLabel mutedHint = Plain.label("call.mutedHint");
    private final Meter you;
    private final Meter they;

    SoundLine(Texts texts) {
        this.texts = texts;
        this.words = new QualityText(texts);
        this.you = new Meter("level.you", texts.get("level.you.long"));
        this.they = new Meter("level.they", texts.get("level.they.long"));
        panel.setOpaque(false);
        setUpQuality();
        panel.add(quality, "h 26!, gapleft 0");
        panel.add(small("level.you"));
        panel.add(you.bar());
        panel.add(small("level.they"));
        panel.add(they.bar(), "wrap");
        mutedHint.setText(texts.get("call.mutedHint"));
        mutedHint.putClientProperty(FlatClientProperties.STYLE, Palette.WARNING);
        mutedHint.setVisible(false);
        panel.add(mutedHint, "span, wrap");
        panel.add(explanation, "span, growx, wmin 0");
    }

    JPanel panel() {
        return panel;
    }

    void draw(Call call, Optional<Quality> reading) {
        panel.setVisible(reading.isPresent() && call.state().answered() && !call.heldHere());
        reading.ifPresent(q -> {
            quality.setIcon(new Bars(QualityText.bars(q)));
            quality.setText(words.word(q));
            quality.getAccessibleContext().setAccessibleName(texts.get("quality.name", words.word(q)));
            String text = words.explanation(q);
            quality.setToolTipText(texts.get("quality.tip"));
            if (!text.equals(explanation.getText())) {
                explanation.setText(text);
            }
        });
        if (!call.muted()) {
            mutedHint.setVisible(false);
        }
    }

    Consumer<Levels> meters(boolean muted) {
        return levels -> {
            you.show(levels.microphone());
            they.show(levels.in());
            mutedHint.setVisible(muted && levels.microphone() > SPEECH);
        };
    }

    private void setUpQuality() {
        quality.setName("call.quality");
        quality.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        quality.addActionListener(e -> {
            explanation.setVisible(!explanation.isVisible());
            panel.revalidate();
        });
        explanation.setName("call.explanation");
        explanation.setVisible(false);
        explanation.setEditable(false);
        explanation.setOpaque(false);
        explanation.setLineWrap(true);
        explanation.setWrapStyleWord(true);
        explanation.setBorder(BorderFactory.createEmptyBorder());
        explanation.getAccessibleContext().setAccessibleName(texts.get("quality.explanation"));
    }

    private JLabel small(String key) {
        JLabel label = Plain.label(key + ".label");
        label.setText(texts.get(key));
        label.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        label.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        return label;
    }
}

package pbx.ui.swing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Points in time as people say them: the hour today, the day before that. Pure. */
final class Times {
    private final Texts texts;
    private final ZoneId zone;

    Times(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    String when(Instant at, Instant now) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        String hour = local.format(
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale()));
        if (local.toLocalDate().equals(today)) {
            return hour;
        }
        if (local.toLocalDate().equals(today.minusDays(1))) {
            return texts.get("time.yesterday", hour);
        }
        return local.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(texts.locale())) + " "
                + hour;
    }

    String length(Duration length) {
        return length.isZero() ? "" : CallText.clock(length);
    }
}

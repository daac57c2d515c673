package pbx.media.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pbx.api.call.CallId;
import pbx.api.media.Quality;
import pbx.api.media.QualityWarning;

/** Readings as a text that is kept with the session, for the provider that comes next. It never leaves this process. */
final class FlightNote {
    private static final int MOST = 300;
    private static final int FIELDS = 18;

    private FlightNote() {}

    static String text(List<Quality> readings) {
        return readings.stream()
                .skip(Math.max(0, readings.size() - MOST))
                .map(FlightNote::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Quality q) {
        String warnings = q.warnings().stream().map(Enum::name).collect(Collectors.joining(";"));
        return String.format(
                Locale.ROOT,
                "%d,%d,%d,%.2f,%.2f,%d,%d,%.4f,%.4f,%s,%s,%d,%.4f,%.4f,%d,%d,%.3f,%s",
                q.packetsSent(),
                q.packetsReceived(),
                q.packetsLost(),
                q.jitter(),
                q.roundTrip().orElse(-1.0),
                q.samplesReceived(),
                q.samplesConcealed(),
                q.levelIn(),
                q.levelOut(),
                q.codec(),
                q.path(),
                q.at().toEpochMilli(),
                q.lost(),
                q.concealed(),
                q.bitRateIn(),
                q.bitRateOut(),
                q.score(),
                warnings);
    }

    /** What cannot be read, as of another version, is left out. */
    static List<Quality> readings(CallId call, String text) {
        List<Quality> all = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split(",", -1);
            if (fields.length == FIELDS) {
                try {
                    all.add(reading(call, fields));
                } catch (IllegalArgumentException otherVersion) {
                    return all;
                }
            }
        }
        return all;
    }

    private static Quality reading(CallId call, String[] f) {
        double roundTrip = Double.parseDouble(f[4]);
        return new Quality(
                call,
                Long.parseLong(f[0]),
                Long.parseLong(f[1]),
                Long.parseLong(f[2]),
                Double.parseDouble(f[3]),
                roundTrip < 0 ? Optional.empty() : Optional.of(roundTrip),
                Long.parseLong(f[5]),
                Long.parseLong(f[6]),
                Double.parseDouble(f[7]),
                Double.parseDouble(f[8]),
                f[9],
                f[10],
                Instant.ofEpochMilli(Long.parseLong(f[11])),
                Double.parseDouble(f[12]),
                Double.parseDouble(f[13]),
                Long.parseLong(f[14]),
                Long.parseLong(f[15]),
                Double.parseDouble(f[16]),
                warnings(f[17]));
    }

    private static Set<QualityWarning> warnings(String names) {
        Set<QualityWarning> all = EnumSet.noneOf(QualityWarning.class);
        for (String name : names.split(";", -1)) {
            if (!name.isEmpty()) {
                all.add(QualityWarning.valueOf(name));
            }
        }
        return all;
    }
}

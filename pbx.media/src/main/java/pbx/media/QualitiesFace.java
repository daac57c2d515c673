package pbx.media;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.api.call.CallId;
import pbx.api.media.Levels;
import pbx.api.media.Qualities;
import pbx.api.media.Quality;

/** How calls sound, for everybody. */
@Component
public final class QualitiesFace implements Qualities {
    private final WebRtcMedia media;

    @Activate
    public QualitiesFace(@Reference WebRtcMedia media) {
        this.media = media;
    }

    @Override
    public List<Quality> readings(CallId call) {
        return media.flight.readings(call);
    }

    @Override
    public Optional<Levels> levels(CallId call) {
        return media.sounds.of(call).map(CallSound::levels);
    }
}

package pbx.media;

import java.io.IOException;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ServiceScope;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.media.Device;
import pbx.api.media.Devices;
import pbx.api.media.Role;
import pbx.api.plugin.Use;
import pbx.listeners.Replies;

/** Devices as one consumer bundle sees them. A choice is a change of the configuration: there is no other memory of it. */
@Component(scope = ServiceScope.BUNDLE)
public final class DevicesFace implements Devices {
    private final WebRtcMedia media;
    private final Replies replies;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile ConfigurationAdmin configurations;

    @Activate
    public DevicesFace(@Reference WebRtcMedia media, ComponentContext context) {
        this.media = media;
        this.replies = new Replies(context.getUsingBundle(), media.border, Use.AUDIO);
    }

    @Deactivate
    void stop() {
        replies.close();
    }

    @Override
    public List<Device> list() {
        return media.devices.list();
    }

    @Override
    public String chosen(Role role) {
        return media.desk.chosen(role);
    }

    @Override
    public CompletionStage<Void> choose(Role role, String device) {
        return replies.ask(() -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            media.writer.post(() -> {
                try {
                    keep(role, device);
                    done.complete(null);
                } catch (PbxException e) {
                    done.completeExceptionally(e);
                } catch (IOException | RuntimeException e) {
                    done.completeExceptionally(
                            new PbxException(Reason.UNSUPPORTED, "the choice cannot be kept: " + e.getMessage(), e));
                }
            });
            return done;
        });
    }

    private void keep(Role role, String device) throws IOException {
        ConfigurationAdmin admin = configurations;
        if (device.isBlank()) {
            throw new PbxException(Reason.INVALID, "name a device, or " + DEFAULT + ", or " + NONE);
        }
        if (admin == null) {
            throw new PbxException(Reason.UNSUPPORTED, "there is no configuration admin to keep the choice");
        }
        Configuration configuration = admin.getConfiguration(MediaConfig.PID, "?");
        Dictionary<String, Object> properties = configuration.getProperties();
        Dictionary<String, Object> changed =
                properties == null ? FrameworkUtil.asDictionary(new HashMap<>()) : properties;
        changed.put(Options.key(role), device.strip());
        configuration.update(changed);
    }

    @Override
    public Optional<String> problem(Role role) {
        return media.desk.problem(role);
    }
}

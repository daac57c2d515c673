package pbx.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugins;

final class FakePlugins implements Plugins {
    final List<String> asked = new ArrayList<>();
    Plugin plugin;

    @Override
    public List<Plugin> list() {
        return plugin == null ? List.of() : List.of(plugin);
    }

    @Override
    public CompletionStage<Plugin> deploy(Path jar) {
        asked.add("deploy " + jar);
        return CompletableFuture.completedStage(plugin);
    }

    @Override
    public CompletionStage<Void> undeploy(String name) {
        asked.add("undeploy " + name);
        return CompletableFuture.completedStage(null);
    }
}

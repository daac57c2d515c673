package pbx.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugins;
import pbx.api.plugin.Use;

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

    @Override
    public CompletionStage<Plugin> rollBack(String name) {
        asked.add("rollBack " + name);
        return CompletableFuture.completedStage(plugin);
    }

    @Override
    public CompletionStage<Plugin> release(String name) {
        asked.add("release " + name);
        return CompletableFuture.completedStage(plugin);
    }

    @Override
    public CompletionStage<Plugin> allow(String name, Use use, boolean allowed) {
        asked.add("allow " + name + " " + use + " " + allowed);
        return CompletableFuture.completedStage(plugin);
    }
}

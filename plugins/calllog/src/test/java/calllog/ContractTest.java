package calllog;

import java.util.Map;
import pbx.kit.plugin.PluginContract;
import pbx.kit.plugin.PluginPlatform;

/** What every plugin owes, in a real framework. */
class ContractTest implements PluginContract {
    @Override
    public void prepare(PluginPlatform platform) throws Exception {
        platform.configure(
                "calllog", Map.of("folder", platform.home().resolve("calllog").toString()));
    }
}

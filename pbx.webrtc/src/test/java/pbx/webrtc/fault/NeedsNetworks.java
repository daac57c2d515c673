package pbx.webrtc.fault;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs where network namespaces may be made (as root, on Linux); in CI it runs in any case. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNetworks.Allowed.class)
public @interface NeedsNetworks {
    /** Makes one and leaves it at once. */
    final class Allowed implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if ("true".equals(System.getenv("CI")) || allowed()) {
                return ConditionEvaluationResult.enabled("networks can be made");
            }
            return ConditionEvaluationResult.disabled("network namespaces need root and iproute2");
        }

        private static boolean allowed() {
            try {
                return new ProcessBuilder("unshare", "-n", "ip", "link").start().waitFor() == 0
                        && "root".equals(System.getProperty("user.name"));
            } catch (IOException missing) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}

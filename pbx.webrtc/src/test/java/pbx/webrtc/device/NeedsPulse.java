package pbx.webrtc.device;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs where pulseaudio and pactl are installed ({@code ./pbx test} installs them); in CI it runs in any case. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPulse.Installed.class)
public @interface NeedsPulse {
    /** Looks for the two commands. */
    final class Installed implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if ("true".equals(System.getenv("CI")) || (runs("pulseaudio") && runs("pactl"))) {
                return ConditionEvaluationResult.enabled("pulseaudio is wanted here");
            }
            return ConditionEvaluationResult.disabled("apt-get install pulseaudio pulseaudio-utils");
        }

        private static boolean runs(String command) {
            try {
                return new ProcessBuilder(command, "--version").start().waitFor() == 0;
            } catch (IOException missing) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}

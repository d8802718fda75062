package dev.fattura.support;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After every test that has passed: holds each world that it made to every rule of the auditor. Registered for all tests. */
public final class AuditedWorlds implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        var worlds = WorldAudit.takeWaiting();
        if (test.getExecutionException().isEmpty()) {
            worlds.forEach(WorldAudit::requireAll);
        }
    }
}

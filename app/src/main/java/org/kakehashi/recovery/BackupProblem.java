package org.kakehashi.recovery;

import java.util.Map;

/// Why a backup cannot be made, read or restored: a message key with its arguments.
public class BackupProblem extends RuntimeException {
    private final String key;
    private final transient Map<String, Object> arguments;

    public BackupProblem(String key) {
        this(key, Map.of());
    }

    public BackupProblem(String key, Map<String, Object> arguments) {
        super(key + " " + arguments);
        this.key = key;
        this.arguments = Map.copyOf(arguments);
    }

    public String key() {
        return key;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }
}

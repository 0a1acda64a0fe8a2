package org.kakehashi.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.KakehashiException;

/// Something to put right before a process can be published.
///
/// @param step code of the step it is about; null: the process as a whole
public record ProcessProblem(@Nullable String step, KakehashiException what) {
    static ProcessProblem of(@Nullable String step, String key, Map<String, Object> arguments) {
        return new ProcessProblem(step, KakehashiException.invalid(key, arguments));
    }
}

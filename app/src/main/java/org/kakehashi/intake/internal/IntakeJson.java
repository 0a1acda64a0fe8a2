package org.kakehashi.intake.internal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The room's records as JSON, and back: components only, no computed properties.
@Component
class IntakeJson {
    private final JsonMapper json =
            JsonMapper.builder()
                    .changeDefaultVisibility(visible ->
                            visible.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
                    .build();

    public String text(Object value) {
        return json.writeValueAsString(value);
    }

    public JSONB write(Object value) {
        return JSONB.valueOf(text(value));
    }

    public <T> T read(String text, Class<T> type) {
        return json.readValue(text, type);
    }

    public <T> T read(JSONB value, Class<T> type) {
        return json.readValue(value.data(), type);
    }

    public <T> T read(JSONB value, TypeReference<T> type) {
        return json.readValue(value.data(), type);
    }
}

package org.kakehashi.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an agreement is called where data are exchanged, and whom to write to about it.
///
/// @param contacts for each condition by its id: those of the sending side, those of the receiving
public record Exchange(
        Side home,
        Side partner,
        boolean inEffect,
        @Nullable Boolean terminated,
        @Nullable String hash,
        @Nullable String pdfFile,
        Map<String, Contacts> contacts) {

    /// @param hei the institution's identifier in the network: its domain
    /// @param signedOn ISO 8601
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(
            @Nullable String hei,
            @Nullable String unit,
            @Nullable String id,
            @Nullable String code,
            @Nullable JsonNode signer,
            @Nullable String signedOn,
            @Nullable List<JsonNode> contacts) {
        public Side {
            signer = signer == null || signer.isNull() ? null : signer;
        }

        static final Side NOTHING = new Side(null, null, null, null, null, null, null);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contacts(@Nullable List<JsonNode> sending, @Nullable List<JsonNode> receiving) {}

    public Exchange {
        contacts = Map.copyOf(contacts);
    }
}

package org.kakehashi.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/// A bilateral agreement in the shape of Erasmus Without Paper (inter-institutional agreements,
/// version 7), written as JSON under the names of its XML elements. Contacts are kept as they come.
///
/// @param partner ours first, then the partner
@JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Iia(
        List<Partner> partner,
        boolean inEffect,
        Conditions cooperationConditions,
        @Nullable String iiaHash,
        @Nullable String pdfFile) {

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Partner(
            @Nullable String heiId,
            @Nullable String ounitId,
            @Nullable String iiaId,
            @Nullable String iiaCode,
            @Nullable JsonNode signingContact,
            @Nullable String signingDate,
            @Nullable List<JsonNode> contact) {}

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Conditions(
            @JsonProperty("terminated-as-a-whole") @Nullable Boolean terminatedAsAWhole,
            @Nullable List<Spec> studentStudiesMobilitySpec,
            @Nullable List<Spec> studentTraineeshipMobilitySpec,
            @Nullable List<Spec> staffTeacherMobilitySpec,
            @Nullable List<Spec> staffTrainingMobilitySpec) {}

    /// One cooperation condition, one direction.
    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spec(
            @Nullable String sendingHeiId,
            @Nullable String sendingOunitId,
            @Nullable List<JsonNode> sendingContact,
            @Nullable String receivingHeiId,
            @Nullable String receivingOunitId,
            @Nullable List<JsonNode> receivingContact,
            @Nullable String receivingFirstAcademicYearId,
            @Nullable String receivingLastAcademicYearId,
            @Nullable Integer mobilitiesPerYear,
            @Nullable List<Skill> recommendedLanguageSkill,
            @Nullable List<Field> subjectArea,
            @Nullable String otherInfoTerms,
            @Nullable BigDecimal totalMonthsPerYear,
            @Nullable BigDecimal totalDaysPerYear,
            @Nullable Boolean blended,
            @Nullable List<Integer> eqfLevel) {}

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Skill(
            String language,
            @Nullable String cefrLevel,
            @Nullable Field subjectArea,
            @Nullable Boolean notYetDefined) {}

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            @JsonProperty("isced-f-code") String iscedFCode,
            @Nullable String iscedClarification,
            @JsonProperty("v6-value") @Nullable String v6Value,
            @Nullable Boolean notYetDefined) {}

    /// Refuses what it does not know: a field left out unseen would be lost.
    public static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
}

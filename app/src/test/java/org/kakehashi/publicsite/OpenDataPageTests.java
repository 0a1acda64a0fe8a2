package org.kakehashi.publicsite;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.strategy.SampleAgreements;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenDataPageTests extends ApplicationTest {
    @Autowired Agreements agreements;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;

    @BeforeAll
    void fill() {
        new SampleAgreements(agreements, units, users, jooq).fill();
    }

    @Test
    void theFileKeepsToItsSchemaAndHoldsWhatIsPublicOnly() {
        String file = text("/public/open-data/agreements.json");
        String schema = text("/public/open-data/schema.json");
        assertThat(
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(schema)
                                .validate(file, InputFormat.JSON))
                .isEmpty();
        JsonNode root = JsonMapper.builder().build().readTree(file);
        assertThat(root.at("/licence/spdx").asString()).isEqualTo("CC-BY-4.0");
        assertThat(root.at("/agreements")).hasSize(1);
        assertThat(root.at("/agreements/0/partnersAsShown/en").asString())
                .contains("Tsinghua University");
        assertThat(root.at("/agreements/0/countries/0/ja").asString()).isEqualTo("中国");
        assertThat(root.at("/asOf").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(signedInAs("office").download("/public/open-data/agreements.json").body())
                .hasSizeBetween(file.length() / 2, file.length() * 3);
    }

    @Test
    void theTableHasTheSameRecords() {
        String csv = text("/public/open-data/agreements.csv");
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("partner_ror", "Tsinghua University", "CC-BY-4.0");
    }

    @Test
    void thePageExplainsBothInBothLanguages() {
        assertThat(visitor().reads("en").get("/public/open-data").select("main").text())
                .contains("1 agreement", "schema.json", "CC-BY-4.0");
        assertThat(visitor().reads("ja").get("/public/open-data").select("main").text())
                .contains("オープンデータ", "利用条件");
        assertThat(visitor().get("/public/agreements").select("a[href='/public/open-data']"))
                .hasSize(1);
    }

    private String text(String path) {
        return new String(visitor().download(path).body(), StandardCharsets.UTF_8);
    }
}

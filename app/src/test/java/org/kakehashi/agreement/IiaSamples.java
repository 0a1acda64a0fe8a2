package org.kakehashi.agreement;

import java.math.BigDecimal;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Made-up bilateral agreements in the shape in which they are exchanged, with every field there or
/// not by chance.
final class IiaSamples {
    private static final String HOME = "university.example.ac.jp";
    private static final String PARTNER = "uni.example.be";

    private final Random random;

    IiaSamples(Random random) {
        this.random = random;
    }

    String agreement() {
        ObjectNode iia = Iia.JSON.createObjectNode();
        ArrayNode partners = iia.putArray("partner");
        partners.add(partner(HOME, true));
        partners.add(partner(PARTNER, random.nextBoolean()));
        iia.put("in-effect", random.nextBoolean());
        ObjectNode conditions = iia.putObject("cooperation-conditions");
        if (random.nextBoolean()) {
            conditions.put("terminated-as-a-whole", true);
        }
        specs(conditions, "student-studies-mobility-spec", true);
        specs(conditions, "student-traineeship-mobility-spec", true);
        specs(conditions, "staff-teacher-mobility-spec", false);
        specs(conditions, "staff-training-mobility-spec", false);
        if (random.nextBoolean()) {
            iia.put("iia-hash", "e950faa8" + random.nextInt(1000));
            iia.put("pdf-file", "file-" + random.nextInt(1000));
        }
        return Iia.JSON.writeValueAsString(iia);
    }

    private ObjectNode partner(String hei, boolean whole) {
        ObjectNode partner = Iia.JSON.createObjectNode().put("hei-id", hei);
        if (whole) {
            partner.put("ounit-id", "u-" + random.nextInt(100));
            partner.put("iia-id", "id-" + random.nextInt(100_000));
            partner.put("iia-code", "A-2026-" + random.nextInt(10_000));
            partner.set("signing-contact", contact());
            partner.put("signing-date", "2026-0" + (1 + random.nextInt(9)) + "-11");
            partner.putArray("contact").add(contact()).add(contact());
        }
        return partner;
    }

    private ObjectNode contact() {
        ObjectNode contact = Iia.JSON.createObjectNode();
        contact.putArray("contact-name").addObject().put("lang", "ja").put("value", "国際交流課");
        contact.put("person-family-name", "Peeters").put("gender", random.nextInt(3));
        contact.putArray("email").add("office@" + PARTNER);
        contact.putObject("street-address").putArray("address-line").add("Sint-Pietersnieuwstraat");
        return contact;
    }

    private void specs(ObjectNode conditions, String name, boolean students) {
        int count = random.nextInt(4);
        if (count == 0) {
            return;
        }
        ArrayNode specs = conditions.putArray(name);
        for (int i = 0; i < count; i++) {
            specs.add(spec(students));
        }
    }

    private ObjectNode spec(boolean students) {
        boolean in = random.nextBoolean();
        ObjectNode spec = Iia.JSON.createObjectNode();
        spec.put("sending-hei-id", in ? PARTNER : HOME);
        spec.put("receiving-hei-id", in ? HOME : PARTNER);
        maybe(() -> spec.put("sending-ounit-id", "s-" + random.nextInt(10)));
        maybe(() -> spec.put("receiving-ounit-id", "r-" + random.nextInt(10)));
        maybe(() -> spec.putArray("sending-contact").add(contact()));
        maybe(() -> spec.putArray("receiving-contact").add(contact()));
        spec.put("receiving-first-academic-year-id", "2026/2027");
        spec.put(
                "receiving-last-academic-year-id",
                random.nextBoolean() ? "2030/2031" : "2031/2031");
        maybe(() -> spec.put("mobilities-per-year", 1 + random.nextInt(20)));
        maybe(() -> {
            ArrayNode skills = spec.putArray("recommended-language-skill");
            ObjectNode skill = skills.addObject().put("language", "en");
            maybe(() -> skill.put("cefr-level", "B" + (1 + random.nextInt(2))));
            maybe(() -> skill.set("subject-area", subject()));
            maybe(() -> skill.put("not-yet-defined", true));
            maybe(() -> skills.addObject().put("language", "zh-Hant").put("cefr-level", "A2"));
        });
        maybe(() -> spec.putArray("subject-area").add(subject()).add(subject()));
        maybe(() ->
                spec.put(
                        "other-info-terms",
                        random.nextBoolean() ? "Rooms from 1 April" : "寮は4月から"));
        maybe(() -> spec.put("total-months-per-year", new BigDecimal("10.50")));
        maybe(() -> spec.put("total-days-per-year", new BigDecimal("14")));
        if (students) {
            spec.put("blended", random.nextBoolean());
            maybe(() -> spec.putArray("eqf-level").add(6).add(7));
        }
        return spec;
    }

    private ObjectNode subject() {
        ObjectNode subject = Iia.JSON.createObjectNode();
        subject.put("isced-f-code", random.nextBoolean() ? "0613" : "0231");
        maybe(() -> subject.put("isced-clarification", "Software & systems"));
        maybe(() -> subject.put("v6-value", "061"));
        maybe(() -> subject.put("not-yet-defined", true));
        return subject;
    }

    private void maybe(Runnable step) {
        if (random.nextBoolean()) {
            step.run();
        }
    }

    /// Objects with their fields in one order and numbers without empty decimals.
    static Object plain(JsonNode node) {
        if (node.isObject()) {
            java.util.Map<String, Object> map = new java.util.TreeMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            java.util.List<Object> list = new java.util.ArrayList<>();
            node.forEach(one -> list.add(plain(one)));
            return list;
        }
        return node.isNumber()
                ? node.decimalValue().stripTrailingZeros().toPlainString()
                : node.asString();
    }
}

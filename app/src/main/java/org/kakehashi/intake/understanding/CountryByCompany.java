package org.kakehashi.intake.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.intake.understanding.InstitutionRecogniser.Query;
import org.kakehashi.kernel.Country;

/// In a list that states no country, an institution whose name fits several countries is where
/// nearly all others of the list are, if it is certain under that assumption.
final class CountryByCompany {

    private static final int FEWEST = 5;
    private static final double NEARLY_ALL = 0.9;

    private CountryByCompany() {}

    static List<PartnerRecord> fill(List<PartnerRecord> records, InstitutionRecogniser recogniser) {
        Map<Country, Integer> countries = new HashMap<>();
        int known = 0;
        for (var record : records) {
            var country = record.where().country();
            if (record.where().stated() && country != null) {
                return records;
            }
            if (country != null) {
                countries.merge(country, 1, Integer::sum);
                known++;
            }
        }
        int all = known;
        return countries.entrySet().stream()
                .filter(entry -> all >= FEWEST && entry.getValue() >= all * NEARLY_ALL)
                .findFirst()
                .map(entry ->
                        records.stream()
                                .map(record -> filled(record, entry.getKey(), recogniser))
                                .toList())
                .orElse(records);
    }

    private static PartnerRecord filled(
            PartnerRecord record, Country country, InstitutionRecogniser recogniser) {
        if (record.where().country() != null) {
            return record;
        }
        var recognition =
                NamesTogether.recognise(
                        record.name().institution(),
                        NamesTogether.today(record.name().alternatives(), record.flags()),
                        text ->
                                recogniser.recognise(
                                        new Query(text, country, "", record.where().site())));
        boolean there =
                recognition.isCertain()
                        && recognition.country().filter(country::equals).isPresent();
        return there ? record.recognisedIn(country, recognition) : record;
    }
}

package org.kakehashi.mobility.internal;

import static org.kakehashi.ui.Text.t;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.HoldsPersonalValues;
import org.kakehashi.mobility.Stay;
import org.kakehashi.organization.Organizations;
import org.kakehashi.person.PersonRecords;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// Stays follow a person who is merged, are given out to whom they are about, and lose what was
/// written of somebody who is erased.
@Component
class StayPeople implements PersonRecords, HoldsPersonalValues {
    private final StayStore stays;
    private final CrisisStore crisis;
    private final Organizations organizations;

    StayPeople(StayStore stays, CrisisStore crisis, Organizations organizations) {
        this.stays = stays;
        this.crisis = crisis;
        this.organizations = organizations;
    }

    @Override
    public String name() {
        return "mobility.stays";
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return stays.move(from, to);
    }

    @Override
    public void moveBack(List<UUID> records, UUID from, UUID to) {
        stays.moveBack(records, from, to);
    }

    @Override
    public List<Map<String, String>> about(UUID person) {
        return stays.of(List.of(person)).stream().map(this::lines).toList();
    }

    private Map<String, String> lines(Stay stay) {
        Stay.Content content = stay.content();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(t("mobility.number"), stay.number());
        lines.put(t("mobility.direction"), t("mobility.direction." + content.direction().code()));
        lines.put(t("mobility.kind"), t("mobility.kind." + content.kind().code()));
        lines.put(t("mobility.status"), t("mobility.status." + content.status().code()));
        UUID partner = content.partner().organization();
        String written = content.partner().written();
        if (partner != null) {
            lines.put(t("mobility.partner"), organizations.get(partner).label(Text.locale()));
        } else if (written != null) {
            lines.put(t("mobility.partner"), written);
        }
        String country = content.place().country();
        if (country != null) {
            lines.put(t("mobility.country"), new Country(country).name(Text.locale()));
        }
        lines.put(t("mobility.starts"), String.valueOf(content.starts()));
        lines.put(t("mobility.ends"), String.valueOf(content.ends()));
        String note = content.note();
        if (note != null) {
            lines.put(t("mobility.note"), note);
        }
        return lines;
    }

    @Override
    public void erase(UUID person) {
        stays.forget(person);
        crisis.forget(person);
    }
}

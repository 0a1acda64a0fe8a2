package org.kakehashi.organization;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.organization.internal.DemoPartnerFile;
import org.kakehashi.organization.internal.DemoPartnerFile.Line;
import org.kakehashi.organization.internal.DemoPartnerStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The partner institutions of the demonstration: real ones with their ROR ids, chosen by us from
/// what the registry publishes (CC0). That an invented university deals with them is invented too.
@Component
public class DemoPartners implements DemoData {
    /// The demonstration's institutions come from no release: recognition is to read them all the
    /// same.
    private static final UUID NO_RELEASE = new UUID(0, 0);

    private final DemoPartnerStore store;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;

    DemoPartners(
            DemoPartnerStore store, Organizations organizations, ApplicationEventPublisher events) {
        this.store = store;
        this.organizations = organizations;
        this.events = events;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void fill() {
        store.insert(DemoPartnerFile.read());
        events.publishEvent(new RegistryImported(NO_RELEASE));
    }

    /// Those that are in the register, in the order of the file.
    public List<OrganizationRef> list() {
        List<String> wanted = DemoPartnerFile.read().stream().map(Line::rorId).toList();
        Map<String, OrganizationRef> known = organizations.findByRor(wanted);
        return wanted.stream().filter(known::containsKey).map(known::get).toList();
    }
}

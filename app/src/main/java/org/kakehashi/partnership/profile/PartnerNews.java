package org.kakehashi.partnership.profile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.profile.internal.NewsStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of news about partners: read by whoever signs in, written by whoever records visits.
@Service
public class PartnerNews {
    private static final String READ = "partnership.read";
    private static final String EDIT = "partnership.edit";

    private final NewsStore store;
    private final Organizations organizations;
    private final Access access;
    private final Audit audit;

    PartnerNews(NewsStore store, Organizations organizations, Access access, Audit audit) {
        this.store = store;
        this.organizations = organizations;
        this.access = access;
        this.audit = audit;
    }

    public boolean mayRead() {
        return access.may(READ);
    }

    public boolean mayWrite() {
        return access.may(EDIT);
    }

    /// The newest first, at most a hundred.
    public List<News> of(UUID organization) {
        access.require(READ);
        return store.of(organization);
    }

    @Transactional
    public UUID add(News news) {
        access.require(EDIT);
        organizations.get(news.organization());
        if (news.title().parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("partnership.news.problem.title", Map.of());
        }
        if (news.source() != null && !news.source().matches("(?i)https?://\\S+")) {
            throw KakehashiException.invalid("partnership.news.problem.source", Map.of());
        }
        UUID id = store.insert(news);
        audit.record("partnership.news.added", "organization", news.organization(), Map.of());
        return id;
    }

    @Transactional
    public void remove(UUID organization, UUID id) {
        access.require(EDIT);
        if (store.delete(organization, id) == 0) {
            throw KakehashiException.notFound();
        }
        audit.record("partnership.news.removed", "organization", organization, Map.of());
    }
}

package org.kakehashi.home.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.organization.OrganizationFilter;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.SearchSource;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Query;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the rooms below let be found.
@Configuration(proxyBeanMethods = false)
class Sources {
    @Bean
    SearchSource organizationsFound(Organizations organizations, Access access) {
        return new SearchSource() {
            @Override
            public int order() {
                return 10;
            }

            @Override
            public Found search(String words, int limit) {
                List<OrganizationRef> best =
                        access.may("organization.read")
                                ? organizations.suggest(words, limit)
                                : List.of();
                Organizations.Found all =
                        best.size() < limit
                                ? new Organizations.Found(best, best.size(), false)
                                : organizations.list(
                                        OrganizationFilter.of(words), null, Text.locale(), 0, 1);
                return new Found(
                        t("home.search.organizations"),
                        Math.max(all.total(), best.size()),
                        all.more(),
                        best.stream().map(Sources::hit).toList(),
                        Query.of("/organizations").with("q", words).href());
            }
        };
    }

    @Bean
    SearchSource agreementsFound(AgreementFacts facts, Clock clock) {
        return new SearchSource() {
            @Override
            public int order() {
                return 20;
            }

            @Override
            public Found search(String words, int limit) {
                AgreementFilter filter = AgreementFilter.on(LocalDate.now(clock)).matching(words);
                return new Found(
                        t("home.search.agreements"),
                        facts.count(filter),
                        false,
                        facts.list(filter, Order.DEFAULT, 0, limit, Text.locale()).stream()
                                .map(Sources::hit)
                                .toList(),
                        filter.href());
            }
        };
    }

    private static SearchSource.Hit hit(OrganizationRef organization) {
        String place =
                organization.country() == null ? null : organization.country().name(Text.locale());
        String detail =
                place == null || organization.city() == null
                        ? place
                        : t("home.search.place", "city", organization.city(), "country", place);
        return new SearchSource.Hit(
                organization.label(Text.locale()),
                organization.labelLanguage(Text.locale()),
                organization.href(),
                detail);
    }

    private static SearchSource.Hit hit(AgreementLine line) {
        String title = t(line.title());
        return new SearchSource.Hit(
                t(line.partners()),
                null,
                "/agreements/" + line.id(),
                title.isEmpty() ? line.number() : line.number() + " " + title);
    }
}

package org.kakehashi.publicsite.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.publicsite.PublicRegister;
import org.kakehashi.strategy.Names;
import org.kakehashi.strategy.PartnerPlace;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.map.CountryFigure;
import org.kakehashi.ui.map.Place;
import org.kakehashi.ui.map.WorldMap;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.TableHead;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The public pages: a map of partners and the register.
@Controller
@RequestMapping("/public")
class PublicController {
    private static final int ROWS = 50;

    private final PublicRegister register;
    private final RegisterExport export;
    private final Names names;
    private final Templates templates;

    PublicController(
            PublicRegister register, RegisterExport export, Names names, Templates templates) {
        this.register = register;
        this.export = export;
        this.names = names;
        this.templates = templates;
    }

    @GetMapping({"", "/map"})
    JteModel map() {
        Map<String, Long> countries = register.by(Dimension.COUNTRY);
        List<PartnerPlace> places = register.places(Text.locale());
        WorldMap map =
                new WorldMap(
                        Caption.of("map", t("publicsite.map"), t("publicsite.map.description")),
                        t("publicsite.country"),
                        t("publicsite.agreements"),
                        countries.entrySet().stream()
                                .filter(one -> !one.getKey().equals(Dimension.UNKNOWN))
                                .map(one -> country(one.getKey(), one.getValue()))
                                .toList(),
                        places.stream().map(PublicController::place).toList());
        long known =
                countries.keySet().stream().filter(one -> !one.equals(Dimension.UNKNOWN)).count();
        return templates.publicsiteMap(
                new MapPage(
                        register.drawn(map, Text.locale()),
                        register.count(register.everything()),
                        known,
                        register.by(Dimension.PARTNER).keySet().stream()
                                .filter(one -> !one.equals(Dimension.UNKNOWN))
                                .count(),
                        register.today(),
                        regions()));
    }

    @GetMapping("/agreements")
    @Nullable JteModel agreements(
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        Query here = Query.here();
        AgreementFilter filter = register.filter(here.values());
        Order order = Order.of(sort);
        Optional<ExportFormat> file = ExportFormat.of(format);
        if (file.isPresent()) {
            ExportFile.send(
                    export.table(register.all(filter, order, Text.locale()), register.today()),
                    file.get(),
                    response);
            return null;
        }
        Pager pager = Pager.of(here.without("format"), ROWS, register.count(filter));
        return templates.publicsiteRegister(
                new RegisterPage(
                        register.page(filter, order, pager.offset(), pager.size(), Text.locale()),
                        new TableHead(RegisterPage.columns(), here.without("format"), "partner"),
                        pager,
                        here.without("format", TableHead.PAGE),
                        filter,
                        register.by(Dimension.COUNTRY),
                        register.by(Dimension.KIND),
                        names));
    }

    private CountryFigure country(String code, long agreements) {
        return new CountryFigure(
                code,
                names.of(Dimension.COUNTRY, code),
                agreements,
                "/public/agreements?country=" + code);
    }

    /// The name finds the partner's agreements: organizations have no public page.
    private static Place place(PartnerPlace place) {
        return new Place(
                place.latitude(),
                place.longitude(),
                place.name(),
                (int) place.agreements(),
                Query.of("/public/agreements").with(AgreementFilter.TEXT, place.name()).href());
    }

    private List<MapPage.Region> regions() {
        return register.by(Dimension.REGION).entrySet().stream()
                .filter(one -> !one.getKey().equals(Dimension.UNKNOWN))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(one ->
                        new MapPage.Region(
                                names.of(Dimension.REGION, one.getKey()),
                                one.getValue(),
                                "/public/agreements?region=" + one.getKey()))
                .toList();
    }
}

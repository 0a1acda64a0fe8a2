package org.kakehashi.document.web;

import java.util.UUID;
import org.kakehashi.document.DocumentPairs;
import org.kakehashi.document.Holds;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Holding back, deleting, taking back; the same text in the other language.
@Controller
@RequestMapping("/documents/{id:[0-9a-f-]{36}}")
class KeepingController {
    private final Holds holds;
    private final DocumentPairs pairs;

    KeepingController(Holds holds, DocumentPairs pairs) {
        this.holds = holds;
        this.pairs = pairs;
    }

    @PostMapping("/holds")
    String hold(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        holds.hold(id, reason);
        return back(id);
    }

    @PostMapping("/holds/{hold}/lift")
    String lift(
            @PathVariable UUID id,
            @PathVariable UUID hold,
            @RequestParam(defaultValue = "") String reason) {
        holds.lift(id, hold, reason);
        return back(id);
    }

    @PostMapping("/removal")
    String remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String reason) {
        holds.remove(id, version, reason);
        return back(id);
    }

    @PostMapping("/return")
    String bringBack(@PathVariable UUID id) {
        holds.bringBack(id);
        return back(id);
    }

    @PostMapping("/pair")
    String pair(@PathVariable UUID id, @RequestParam UUID other) {
        pairs.pair(id, other);
        return back(id);
    }

    @PostMapping("/pair/step")
    String inStep(@PathVariable UUID id, @RequestParam(defaultValue = "-1") int version) {
        pairs.inStep(id, version);
        return back(id);
    }

    @PostMapping("/pair/parting")
    String part(@PathVariable UUID id) {
        pairs.part(id);
        return back(id);
    }

    private static String back(UUID id) {
        return "redirect:/documents/" + id;
    }
}

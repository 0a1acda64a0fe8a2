package org.kakehashi.document.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentKind;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.document.DocumentOwners;
import org.kakehashi.document.DocumentTemplates;
import org.kakehashi.document.Documents;
import org.kakehashi.document.RetentionClass;
import org.kakehashi.document.TemplateFormat;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Component;

/// What the fields of documents offer, and what codes are called.
@Component
class DocumentChoices {
    private final Documents documents;
    private final DocumentOwners owners;
    private final DocumentTemplates drafts;

    DocumentChoices(Documents documents, DocumentOwners owners, DocumentTemplates drafts) {
        this.documents = documents;
        this.owners = owners;
        this.drafts = drafts;
    }

    RecordPage.Choices of(DetailsForm form) {
        return new RecordPage.Choices(
                kinds(DetailsForm.text(form.kind())),
                DocumentWords.languages(DetailsForm.text(form.language())),
                documents.retentionClasses().stream()
                        .filter(one ->
                                one.active()
                                        || one.code().equals(DetailsForm.text(form.retention())))
                        .map(one ->
                                new Choice(one.code(), t(one.name()))
                                        .chosenIf(DetailsForm.text(form.retention())))
                        .toList());
    }

    /// None for the library itself: it has nothing to fill in.
    List<Choice> templates(String ownerKind) {
        return ownerKind.equals("library")
                ? List.of()
                : drafts.list().stream()
                        .map(one -> new Choice(one.id().toString(), t(one.details().title())))
                        .toList();
    }

    /// Those in use, and the one chosen before even if it is not.
    List<Choice> kinds(String chosen) {
        return documents.kinds().stream()
                .filter(one -> one.active() || one.code().equals(chosen))
                .map(one -> new Choice(one.code(), t(one.name())).chosenIf(chosen))
                .toList();
    }

    /// What a template asks for; nothing where it is none, or no Word file that can be read.
    List<String> fields(Document document) {
        boolean template =
                document.details().kind().equals("template")
                        && document.removal() == null
                        && document.newest().mediaType().equals(TemplateFormat.DOCX.mediaType());
        try {
            return template ? List.copyOf(drafts.fields(document.id())) : List.of();
        } catch (KakehashiException unreadable) {
            return List.of();
        }
    }

    List<Choice> ownerKinds(String chosen) {
        return owners.list().stream()
                .map(one -> new Choice(one.kind(), t(one.name())).chosenIf(chosen))
                .sorted(java.util.Comparator.comparing(Choice::value))
                .toList();
    }

    Map<String, String> kindNames() {
        return documents.kinds().stream()
                .collect(Collectors.toMap(DocumentKind::code, one -> t(one.name())));
    }

    Map<String, String> ownerKindNames() {
        return owners.list().stream()
                .collect(Collectors.toMap(DocumentOwner::kind, one -> t(one.name())));
    }

    Map<String, String> retentionNames() {
        return documents.retentionClasses().stream()
                .collect(Collectors.toMap(RetentionClass::code, one -> t(one.name())));
    }

    /// Something the form can say beside the file; everything else is a page of its own.
    static boolean ofTheFile(KakehashiException problem) {
        return switch (problem.kind()) {
            case INVALID, TOO_LARGE -> true;
            case NOT_FOUND, CONFLICT, FORBIDDEN, TOO_MANY, UNAVAILABLE -> false;
        };
    }
}

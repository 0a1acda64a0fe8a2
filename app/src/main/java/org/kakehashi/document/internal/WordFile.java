package org.kakehashi.document.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.KakehashiException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// A Word file taken apart: the parts with text as XML, everything else as it is. No document types
/// and no outside entities are read, and no archive that unpacks to more than a template needs.
public final class WordFile {
    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final long MOST_UNPACKED = 60L * 1024 * 1024;
    private static final int MOST_PARTS = 2000;
    private static final String BODY = "word/document.xml";

    private final Map<String, byte[]> parts;
    private final Map<String, Document> texts;

    private WordFile(Map<String, byte[]> parts, Map<String, Document> texts) {
        this.parts = parts;
        this.texts = texts;
    }

    /// @throws KakehashiException if it is no Word file
    public static WordFile read(InputStream content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(content)) {
            long unpacked = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes((int) (MOST_UNPACKED - unpacked + 1));
                unpacked += part.length;
                if (unpacked > MOST_UNPACKED || parts.size() >= MOST_PARTS) {
                    throw noTemplate();
                }
                if (!entry.isDirectory()) {
                    parts.put(entry.getName(), part);
                }
            }
        } catch (ZipException e) {
            throw noTemplate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Document> texts = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            if (name.matches("word/(document|header\\d*|footer\\d*)\\.xml")) {
                texts.put(name, parse(part));
            }
        });
        if (!texts.containsKey(BODY)) {
            throw noTemplate();
        }
        return new WordFile(parts, texts);
    }

    /// The parts with text; a change of them is in [#bytes].
    List<Element> roots() {
        return texts.values().stream().map(Document::getDocumentElement).toList();
    }

    Element body() {
        return Objects.requireNonNull(texts.get(BODY)).getDocumentElement();
    }

    /// The words of its body, paragraph by paragraph; empty ones are left out.
    public List<String> paragraphs() {
        NodeList all = body().getElementsByTagNameNS(WORD, "p");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            NodeList words = ((Element) all.item(i)).getElementsByTagNameNS(WORD, "t");
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < words.getLength(); j++) {
                text.append(words.item(j).getTextContent());
            }
            if (!text.toString().isBlank()) {
                texts.add(text.toString());
            }
        }
        return texts;
    }

    /// How its lists are numbered; null if there are none.
    @Nullable Element numbering() {
        byte[] part = parts.get("word/numbering.xml");
        return part == null ? null : parse(part).getDocumentElement();
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                Document text = texts.get(part.getKey());
                zip.write(text == null ? part.getValue() : written(text));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static boolean is(Node node, String name) {
        return name.equals(node.getLocalName()) && WORD.equals(node.getNamespaceURI());
    }

    private static Document parse(byte[] part) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(part));
        } catch (SAXException e) {
            throw noTemplate();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] written(Document text) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.STANDALONE, "yes");
            transformer.transform(new DOMSource(text), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KakehashiException noTemplate() {
        return KakehashiException.invalid("document.template.noWord", Map.of());
    }
}

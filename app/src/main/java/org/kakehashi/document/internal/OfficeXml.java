package org.kakehashi.document.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Words of Word, Excel, PowerPoint and OpenDocument files: the XML parts that hold them, read in a
/// stream without document types or outside entities, and no more of them than the limit.
final class OfficeXml {
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final int MOST_PARTS = 2000;

    private static final Map<String, Pattern> PARTS =
            Map.of(
                    Sniffer.DOCX,
                    Pattern.compile(
                            "word/(document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml"),
                    "application/vnd.ms-word.document.macroenabled.12",
                    Pattern.compile("word/document\\.xml"),
                    Sniffer.XLSX,
                    Pattern.compile("xl/(sharedStrings|worksheets/sheet\\d+)\\.xml"),
                    Sniffer.PPTX,
                    Pattern.compile("ppt/(slides/slide|notesSlides/notesSlide)\\d+\\.xml"),
                    "application/vnd.oasis.opendocument.text",
                    Pattern.compile("content\\.xml"),
                    "application/vnd.oasis.opendocument.spreadsheet",
                    Pattern.compile("content\\.xml"),
                    "application/vnd.oasis.opendocument.presentation",
                    Pattern.compile("content\\.xml"));

    /// Elements of Office Open XML whose characters are words (`w:t`, `a:t`, `t`).
    private static final Set<String> WORDS = Set.of("t");

    /// Elements after which a word has ended.
    private static final Set<String> BREAKS =
            Set.of("p", "si", "is", "tc", "tab", "br", "h", "table-cell", "line-break", "s");

    private static final XMLInputFactory XML = factory();

    private OfficeXml() {}

    static boolean reads(String type) {
        return PARTS.containsKey(type);
    }

    static ReadText read(Path file, String type, Deadline deadline) throws IOException {
        Pattern wanted = java.util.Objects.requireNonNull(PARTS.get(type));
        boolean everyCharacter = type.contains("opendocument");
        BoundedText text = new BoundedText();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> parts =
                    zip.stream()
                            .filter(entry -> wanted.matcher(entry.getName()).matches())
                            .limit(MOST_PARTS)
                            .sorted(
                                    Comparator.<ZipEntry>comparingInt(
                                                    entry -> entry.getName().length())
                                            .thenComparing(ZipEntry::getName))
                            .toList();
            long[] unpacked = {0};
            for (ZipEntry part : parts) {
                try (InputStream in = new Counted(zip.getInputStream(part), unpacked)) {
                    if (!words(in, everyCharacter, text, deadline)) {
                        break;
                    }
                }
            }
        } catch (XMLStreamException | ZipException e) {
            return ReadText.of(ReadText.State.UNREADABLE);
        }
        return ReadText.of(text, null, List.of());
    }

    private static boolean words(
            InputStream in, boolean everyCharacter, BoundedText text, Deadline deadline)
            throws XMLStreamException, IOException {
        XMLStreamReader xml;
        synchronized (XML) {
            xml = XML.createXMLStreamReader(in);
        }
        int inWords = 0;
        boolean more = true;
        for (int seen = 0; more && xml.hasNext(); seen++) {
            if (seen % 1000 == 0) {
                deadline.check();
            }
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                        inWords += WORDS.contains(xml.getLocalName()) ? 1 : 0;
                case XMLStreamConstants.END_ELEMENT -> {
                    inWords -= WORDS.contains(xml.getLocalName()) ? 1 : 0;
                    if (BREAKS.contains(xml.getLocalName())) {
                        more = text.add(" ");
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (everyCharacter || inWords > 0) {
                        more = text.add(xml.getText());
                    }
                }
                default -> {
                    // comments and instructions hold no words
                }
            }
        }
        return more;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /// Stops an archive that unpacks to more than any document needs.
    private static final class Counted extends FilterInputStream {
        private final long[] unpacked;

        Counted(InputStream in, long[] unpacked) {
            super(in);
            this.unpacked = unpacked;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] some, int from, int length) throws IOException {
            int read = super.read(some, from, length);
            unpacked[0] += Math.max(0, read);
            if (unpacked[0] > MOST_UNPACKED) {
                throw new ZipException("unpacks to more than any document needs");
            }
            return read;
        }
    }
}

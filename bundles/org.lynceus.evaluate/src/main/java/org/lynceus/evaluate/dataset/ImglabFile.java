package org.lynceus.evaluate.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.lynceus.client.ToolException;
import org.lynceus.evaluate.server.Point;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An XML file as dlib's imglab writes it: {@code image} with {@code box}es with {@code part}s, named 00 to 67. */
final class ImglabFile {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private ImglabFile() {}

    /**
     * Reads it; boxes without 68 parts are left out.
     *
     * @throws ToolException when it cannot be read or a picture is missing
     */
    static void read(Path file, Dataset dataset, LandmarkTruth.Sink faces) throws ToolException {
        for (Element image : elements(parse(file).getDocumentElement(), "image")) {
            String name = image.getAttribute("file");
            Path picture = dataset.picture(name)
                    .orElseThrow(() -> new ToolException(file + " names a picture that is not there: " + name));
            for (Element box : elements(image, "box")) {
                List<Element> parts = elements(box, "part");
                if (parts.size() == FacePoints.COUNT) {
                    faces.add(picture, points(file, parts));
                }
            }
        }
    }

    private static FacePoints points(Path file, List<Element> parts) throws ToolException {
        Point[] points = new Point[FacePoints.COUNT];
        try {
            for (Element part : parts) {
                points[Integer.parseInt(part.getAttribute("name"))] = new Point(
                        Double.parseDouble(part.getAttribute("x")), Double.parseDouble(part.getAttribute("y")));
            }
            return new FacePoints(List.of(points));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException | NullPointerException e) {
            throw new ToolException(file + " has a box whose parts are not named 00 to 67", e);
        }
    }

    private static Document parse(Path file) throws ToolException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(NO_DOCTYPE, true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new ToolException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}

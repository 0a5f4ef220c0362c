package org.lynceus.evaluate.dataset;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lynceus.client.ToolException;
import org.lynceus.client.csv.Csv;
import org.lynceus.client.csv.Row;

/**
 * Who is on which picture: {@code people.csv} (columns {@code image}, {@code person}) or, where it is absent, the names of
 * all picture files up to the last underscore and number, as in LFW: {@code Jane_Doe_0002.jpg} shows Jane_Doe.
 */
public final class People {
    private static final String FILE = "people.csv";
    private static final String IMAGE = "image";
    private static final String PERSON = "person";
    private static final Pattern NUMBER = Pattern.compile("_\\d+\\.[A-Za-z]+$");

    private People() {}

    /**
     * Reads who is where.
     *
     * @return people by picture
     * @throws ToolException when a row is wrong, a picture missing or a name without a number
     */
    public static Map<Path, String> read(Dataset dataset) throws ToolException {
        Map<Path, String> people = new LinkedHashMap<>();
        Optional<Path> file = dataset.file(FILE);
        if (file.isPresent()) {
            for (Row row : Csv.read(file.get()).require(IMAGE, PERSON).rows()) {
                people.put(dataset.picture(row, IMAGE), row.text(PERSON));
            }
            return people;
        }
        for (Path picture : dataset.pictures()) {
            String name = picture.getFileName().toString();
            if (!NUMBER.matcher(name).find()) {
                throw new ToolException("The name " + name + " does not end with an underscore and a number, and "
                        + dataset + " has no people.csv to tell who is on it");
            }
            people.put(picture, NUMBER.matcher(name).replaceFirst(""));
        }
        return people;
    }
}

package org.lynceus.evaluate.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.csv.Csv;
import org.lynceus.client.csv.Row;

/**
 * {@code attributes.csv}, {@code labels.csv} or {@code manifest.csv}: a column {@code image} ({@code image_id},
 * {@code file}), and any of {@code gender}, {@code age}, {@code emotion} and the columns of {@link Trait}. CelebA's names
 * are understood. Other columns are not read; an empty cell is no label.
 */
public final class LabelFile {
    private static final List<String> NAMES = List.of("attributes.csv", "labels.csv", "manifest.csv");
    private static final List<String> IMAGE = List.of("image", "image_id", "file");
    private static final String AGE = "age";
    private static final String EMOTION = "emotion";
    private static final double OLDEST = 130;

    private LabelFile() {}

    /**
     * Reads all such files of a folder.
     *
     * @param split value of the column {@code split} to which to keep; empty keeps all
     * @return empty when the folder has none
     * @throws ToolException when a row is wrong or a picture missing
     */
    public static Optional<List<FaceLabels>> read(Dataset dataset, Optional<String> split) throws ToolException {
        List<FaceLabels> labels = new ArrayList<>();
        boolean found = false;
        for (String name : NAMES) {
            Optional<Path> file = dataset.file(name);
            if (file.isPresent()) {
                found = true;
                Csv table = Csv.read(file.get());
                String image = IMAGE.stream()
                        .filter(table.columns()::contains)
                        .findFirst()
                        .orElse(IMAGE.get(0));
                table.require(image);
                for (Row row : Split.keep(table, split)) {
                    labels.add(labels(dataset.picture(row, image), row));
                }
            }
        }
        return found ? Optional.of(labels) : Optional.empty();
    }

    private static FaceLabels labels(Path picture, Row row) throws ToolException {
        Map<Trait, Boolean> traits = new EnumMap<>(Trait.class);
        for (String column : row.values().keySet()) {
            Optional<Trait> trait = Trait.ofColumn(column);
            if (trait.isPresent()) {
                trait(trait.get(), column, row).ifPresent(value -> traits.put(trait.get(), value));
            }
        }
        return new FaceLabels(
                picture, traits, age(row), Emotion.ofLabel(row.values().getOrDefault(EMOTION, "")));
    }

    private static Optional<Boolean> trait(Trait trait, String column, Row row) throws ToolException {
        if (trait == Trait.GENDER) {
            switch (row.values().get(column).toLowerCase(Locale.ROOT)) {
                case "male", "m" -> {
                    return Optional.of(true);
                }
                case "female", "f" -> {
                    return Optional.of(false);
                }
                default -> {
                    // CelebA's column Male holds 1 and -1.
                }
            }
        }
        return row.flag(column).map(value -> value != Trait.inverted(column));
    }

    private static Optional<Double> age(Row row) throws ToolException {
        if (row.values().getOrDefault(AGE, "").isEmpty()) {
            return Optional.empty();
        }
        double age = row.number(AGE);
        if (age < 0 || age > OLDEST) {
            throw row.wrong("'" + row.text(AGE) + "' in column 'age' is no age");
        }
        return Optional.of(age);
    }
}

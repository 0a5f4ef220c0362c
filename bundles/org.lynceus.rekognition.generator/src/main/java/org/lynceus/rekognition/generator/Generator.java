package org.lynceus.rekognition.generator;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line: reads a service model from the class path and writes its Java sources into a folder. */
public final class Generator {

    private Generator() {}

    /**
     * Generates all sources; files whose content would not change are not touched.
     *
     * @param arguments the resource name of the service model, then the output folder
     * @throws IOException if the model cannot be read or a source cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("expected: <model resource> <output folder>");
        }
        new SourceFolder(Path.of(arguments[1])).replaceWith(sources(ServiceModel.load(arguments[0])));
    }

    static List<JavaFile> sources(ServiceModel model) {
        List<JavaFile> sources = new ArrayList<>();
        RecordGenerator records = new RecordGenerator(model);
        ShapeGenerator shapes = new ShapeGenerator(model);
        for (String structure : model.structures()) {
            sources.add(records.generate(structure));
            sources.add(shapes.generate(structure));
        }
        EnumGenerator enums = new EnumGenerator(model);
        model.enums().forEach(name -> sources.add(enums.generate(name)));
        sources.add(new ScalarsGenerator(model).generate());
        sources.add(new ShapeIndexGenerator(model).generate());
        sources.add(new ErrorsGenerator(model).generate());
        sources.add(new OperationsGenerator(model).generate());
        return sources;
    }
}

package org.lynceus.rekognition.generator;

/** The Javadoc phrase that tells a member's type and constraints, made from the model's numbers. */
final class ConstraintText {
    private final ServiceModel model;

    ConstraintText(ServiceModel model) {
        this.model = model;
    }

    String of(ServiceModel.Member member) {
        Shape shape = model.shape(member.shape());
        String text = switch (shape.type()) {
            case "structure" -> "structure";
            case "list" -> "list" + range(shape, " of ", " elements");
            case "map" -> "map" + range(shape, " of ", " entries");
            case "string" ->
                shape.enumValues().isEmpty()
                        ? "text" + range(shape, " of ", " characters")
                        : "a value of {@link " + shape.name() + "}";
            case "blob" -> "bytes" + range(shape, ", ", " of them");
            case "timestamp" -> "instant";
            case "boolean" -> "flag";
            default -> (shape.is("float") ? "32-bit float" : shape.type()) + range(shape, ", ", "");
        };
        return text + (member.required() ? "; required" : "; null when absent");
    }

    private static String range(Shape shape, String before, String after) {
        if (shape.min().isEmpty() && shape.max().isEmpty()) {
            return "";
        }
        String text;
        if (shape.max().isEmpty()) {
            text = "at least " + shape.min().getAsLong();
        } else if (shape.min().isEmpty()) {
            text = "at most " + shape.max().getAsLong();
        } else {
            text = shape.min().getAsLong() + " to " + shape.max().getAsLong();
        }
        return before + text + after;
    }
}

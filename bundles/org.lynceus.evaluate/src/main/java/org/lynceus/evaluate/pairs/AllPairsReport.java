package org.lynceus.evaluate.pairs;

import java.util.List;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.client.report.Table;
import org.lynceus.evaluate.session.Misses;
import org.lynceus.evaluate.statistics.Verification;

/** Writes down what all pairs of a folder show. */
final class AllPairsReport {
    private static final List<Double> FARS = List.of(1e-2, 1e-3, 1e-4, 1e-5, 1e-6);

    private AllPairsReport() {}

    /**
     * Counts.
     *
     * @param pictures all, also those without a vector
     * @param pairs of those with one
     */
    static Section section(
            List<EncodedPicture> pictures, CosinePairs pairs, Calibration calibration, List<Double> similarities) {
        Cosines same = new Cosines();
        Cosines different = new Cosines();
        pairs.forEach((first, second, cosine) -> (pairs.same(first, second) ? same : different).add(cosine));
        Verification all = new Verification(same.toArray(), different.toArray());
        Section section = new Section("allPairs", "All pairs (face-embedding, CompareFaces)");
        Misses.report(
                section,
                pictures.size(),
                pictures.stream()
                        .filter(picture ->
                                picture.vector().isEmpty() && picture.refusal().isEmpty())
                        .count(),
                pictures.stream().flatMap(picture -> picture.refusal().stream()).toList());
        section.fact("encoder", "encoder", Format.TEXT, pairs.picture(0).encoder())
                .fact("same", "pairs of the same person", Format.COUNT, all.sameCount())
                .fact("different", "pairs of different people", Format.COUNT, all.differentCount())
                .fact(
                        "sampled",
                        "pairs from which the map is read",
                        Format.COUNT,
                        calibration.samples().size())
                .fact(
                        "largestResidual",
                        "  its largest residual, in points",
                        Format.FINE,
                        calibration.largestResidual());
        return section.table(thresholds(all, calibration, similarities)).table(PairReport.tarAtFar(all, FARS));
    }

    private static Table thresholds(Verification all, Calibration calibration, List<Double> similarities) {
        Table table = new Table(
                "thresholds",
                "by similarity; in doubt: different pairs between the nearest two samples",
                List.of(
                        new Column("similarity", "similarity", Format.NUMBER),
                        new Column("cosine", "cosine", Format.FINE),
                        new Column("differentAt", "different at or above", Format.COUNT),
                        new Column("inDoubt", "in doubt", Format.COUNT),
                        new Column("far", "FAR", Format.RATE),
                        new Column("sameAt", "same at or above", Format.COUNT),
                        new Column("tar", "TAR", Format.SHARE)));
        for (double similarity : similarities) {
            double cosine = calibration.cosine(similarity);
            double below = calibration.below(similarity);
            double above = calibration.above(similarity);
            int inDoubt =
                    all.differentAt(Math.nextUp(Math.min(below, above))) - all.differentAt(Math.max(below, above));
            table.row(
                    similarity,
                    cosine,
                    all.differentAt(cosine),
                    inDoubt,
                    all.far(cosine),
                    all.sameAt(cosine),
                    all.tar(cosine));
        }
        return table;
    }
}

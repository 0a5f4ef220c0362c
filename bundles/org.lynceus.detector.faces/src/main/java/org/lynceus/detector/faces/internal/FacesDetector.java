package org.lynceus.detector.faces.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Detector;
import org.lynceus.api.Gate;
import org.lynceus.api.Image;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.FaceResult;
import org.lynceus.api.face.Faces;
import org.lynceus.detector.faces.internal.attributes.AttributeAnalyser;
import org.lynceus.detector.faces.internal.attributes.AttributeModels;
import org.lynceus.detector.faces.internal.attributes.view.FaceView;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.detector.faces.internal.face.Landmarks;
import org.lynceus.detector.faces.internal.find.CandidateFinder;
import org.lynceus.detector.faces.internal.find.FaceChain;
import org.lynceus.detector.faces.internal.find.FoundFaces;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.RequireModel;
import org.lynceus.opencv.OpenCv;
import org.lynceus.opencv.PixelMats;
import org.opencv.core.Mat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Finds faces with three models, detection, verification and mesh, and tells their attributes with those that are
 * installed besides. Thread-safe.
 */
@Component(service = Detector.class, immediate = true, property = Detector.TYPE + "=faces")
@RequireModel("face-detection")
@RequireModel("face-verification")
@RequireModel("face-mesh")
public final class FacesDetector implements Detector<FaceOptions, FaceResult> {
    /** Long side, in pixels, that pictures are decoded to at least. */
    private static final int LONG_SIDE = 1920;

    static {
        OpenCv.load();
    }

    private final Gate gate = new Gate("The face detector");
    private final FaceChain chain;
    private final AttributeAnalyser attributes;

    /** Binds the models; those of attributes may be missing, given as null. */
    @Activate
    public FacesDetector(
            @Reference(target = "(lynceus.model=face-detection)", policyOption = ReferencePolicyOption.GREEDY)
                    Model detection,
            @Reference(target = "(lynceus.model=face-verification)", policyOption = ReferencePolicyOption.GREEDY)
                    Model verification,
            @Reference(target = "(lynceus.model=face-mesh)", policyOption = ReferencePolicyOption.GREEDY) Model mesh,
            @Reference(
                            target = "(lynceus.model=face-age-gender)",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    Model ageGender,
            @Reference(
                            target = "(lynceus.model=face-emotion)",
                            cardinality = ReferenceCardinality.MULTIPLE,
                            policyOption = ReferencePolicyOption.GREEDY)
                    List<Model> emotions,
            @Reference(
                            target = "(lynceus.model=eye-state)",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    Model eyeState,
            @Reference(
                            target = "(lynceus.model=iris-landmarks)",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    Model iris,
            @Reference(
                            target = "(lynceus.model=face-attributes)",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    Model heads) {
        this(
                detection,
                verification,
                mesh,
                new AttributeModels(
                        Optional.ofNullable(ageGender),
                        emotions,
                        Optional.ofNullable(eyeState),
                        Optional.ofNullable(iris),
                        Optional.ofNullable(heads)));
    }

    /** Binds the models outside a container. */
    public FacesDetector(Model detection, Model verification, Model mesh, AttributeModels attributes) {
        this.chain = new FaceChain(detection, verification, mesh);
        this.attributes = new AttributeAnalyser(attributes);
    }

    @Override
    public AnalysisType<FaceOptions, FaceResult> type() {
        return Faces.TYPE;
    }

    @Override
    public FaceResult detect(Image image, FaceOptions options) throws VisionException {
        return gate.call(() -> analyse(image, options));
    }

    /** Lets running calls end, then lets go of the models. */
    @Deactivate
    public void deactivate() {
        gate.close();
        chain.close();
        attributes.close();
    }

    private FaceResult analyse(Image image, FaceOptions options) throws VisionException {
        boolean large = Math.max(image.width(), image.height()) >= CandidateFinder.LARGE_PICTURE;
        try (Pixels pixels = image.pixels(LONG_SIDE)) {
            Mat picture = PixelMats.view(pixels);
            try {
                FoundFaces found = image.oriented()
                        ? chain.findUpright(pixels, picture, large)
                        : chain.find(pixels, picture, large);
                List<FaceView> seen = attributes.view(picture, found.largest(options.maxFaces()));
                List<FaceAttributes> told = attributes.analyse(seen, options.attributes());
                List<Face> faces = new ArrayList<>();
                for (int i = 0; i < seen.size(); i++) {
                    faces.add(describe(seen.get(i), told.get(i), options));
                }
                return new FaceResult(faces, found.orientation());
            } finally {
                picture.release();
            }
        }
    }

    private static Face describe(FaceView seen, FaceAttributes told, FaceOptions options) {
        int width = seen.picture().width();
        int height = seen.picture().height();
        FoundFace face = seen.found();
        Box box = face.candidate().box();
        Landmarks landmarks = face.landmarks();
        return new Face(
                new BoundingBox(
                        (float) (box.x1() / width), (float) (box.y1() / height), (float) (box.width() / width), (float)
                                (box.height() / height)),
                (float) (100 * face.candidate().score()),
                landmarks.ratios(options.attributes().contains(FaceAttribute.ALL_LANDMARKS), width, height),
                seen.pose(),
                seen.quality(),
                landmarks.alignment(width, height),
                told);
    }
}

package org.lynceus.detector.faces.internal;

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
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.detector.faces.internal.face.Landmarks;
import org.lynceus.detector.faces.internal.face.PoseEstimator;
import org.lynceus.detector.faces.internal.face.QualityMeter;
import org.lynceus.detector.faces.internal.find.CandidateFinder;
import org.lynceus.detector.faces.internal.find.FaceChain;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.RequireModel;
import org.lynceus.opencv.OpenCv;
import org.lynceus.opencv.PixelMats;
import org.opencv.core.Mat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds faces with three models: detection, verification, mesh. Thread-safe. */
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

    /** Binds the models. */
    @Activate
    public FacesDetector(
            @Reference(target = "(lynceus.model=face-detection)", policyOption = ReferencePolicyOption.GREEDY)
                    Model detection,
            @Reference(target = "(lynceus.model=face-verification)", policyOption = ReferencePolicyOption.GREEDY)
                    Model verification,
            @Reference(target = "(lynceus.model=face-mesh)", policyOption = ReferencePolicyOption.GREEDY) Model mesh) {
        this.chain = new FaceChain(detection, verification, mesh);
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
    }

    private FaceResult analyse(Image image, FaceOptions options) throws VisionException {
        boolean large = Math.max(image.width(), image.height()) >= CandidateFinder.LARGE_PICTURE;
        try (Pixels pixels = image.pixels(LONG_SIDE)) {
            Mat picture = PixelMats.view(pixels);
            try {
                List<Face> faces = chain.find(pixels, picture, large, options.maxFaces()).stream()
                        .map(face -> describe(face, picture, options))
                        .toList();
                return new FaceResult(faces, Optional.empty());
            } finally {
                picture.release();
            }
        }
    }

    private static Face describe(FoundFace face, Mat picture, FaceOptions options) {
        int width = picture.width();
        int height = picture.height();
        Box box = face.candidate().box();
        Landmarks landmarks = face.landmarks();
        return new Face(
                new BoundingBox(
                        (float) (box.x1() / width), (float) (box.y1() / height), (float) (box.width() / width), (float)
                                (box.height() / height)),
                (float) (100 * face.candidate().score()),
                landmarks.ratios(options.attributes().contains(FaceAttribute.ALL_LANDMARKS), width, height),
                face.mesh().trusted()
                        ? PoseEstimator.fromMesh(face.mesh(), width, height)
                        : PoseEstimator.fromKeypoints(face.verification(), width, height),
                QualityMeter.measure(face.tight(picture)),
                landmarks.alignment(width, height),
                FaceAttributes.NONE);
    }
}

"""Variations of a portrait whose labels are known because of how they are made."""

import cv2
import numpy as np
from scipy.interpolate import LinearNDInterpolator

# Vertices of the MediaPipe face mesh.
OVAL = [10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150,
        136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109]
LIPS = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185]
LOWER = [93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 425, 327, 326, 2,
         97, 98, 205]
EYES = [70, 63, 105, 66, 107, 336, 296, 334, 293, 300, 127, 356, 234, 454, 50, 280, 205, 425]
MASK = [127, 234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454, 356,
        280, 6, 50]

# Where some vertices lie in MediaPipe's canonical face: vertex, x, y in centimetres, y downwards.
PLANE = np.array([[33, -4.4459, -2.6640], [133, -1.8564, -2.5852], [362, 1.8564, -2.5852], [263, 4.4459, -2.6640],
                  [168, 0, -3.2710], [6, 0, -2.4733], [127, -7.7431, -2.3650], [356, 7.7431, -2.3650],
                  [10, 0, -8.2618], [152, 0, 9.4034], [61, -2.4562, 4.3426], [291, 2.4562, 4.3426]])


def polygon(shape, points, grow=0.0):
    """A mask of a polygon, grown from its centre."""
    mask = np.zeros(shape[:2], np.uint8)
    points = points + (points - points.mean(0)) * grow
    cv2.fillPoly(mask, [np.round(points).astype(np.int32)], 255, cv2.LINE_AA)
    return mask


def affine_map(points, images):
    """The 2x3 matrix that carries points to their images with least squared error."""
    return np.linalg.lstsq(np.column_stack([points, np.ones(len(points))]), images, rcond=None)[0].T


def blend(picture, other, mask):
    """Puts another picture over this one where the mask says."""
    share = mask.astype(np.float32)[..., None] / 255
    return np.clip(picture * (1 - share) + other * share, 0, 255).astype(np.uint8)


# ---- regions of other faces ------------------------------------------------------------------------------------------


def transplant(picture, mesh, donor, donor_mesh, region):
    """Puts the lower half or the eye region of another face into this one, seams blended; None where it does not fit."""
    if region == "lower":
        mask = polygon(picture.shape, mesh[LOWER], 0.04)
        mask[polygon(picture.shape, mesh[LIPS]) > 0] = 0
    else:
        hull = cv2.convexHull(mesh[EYES].astype(np.float32))[:, 0]
        mask = polygon(picture.shape, hull, 0.08)
    rows, columns = np.nonzero(mask)
    if len(rows) < 100 or min(rows.min(), columns.min()) < 2:
        return None
    if rows.max() > picture.shape[0] - 3 or columns.max() > picture.shape[1] - 3:
        return None
    warp = LinearNDInterpolator(mesh, donor_mesh)(np.stack([columns, rows], 1))
    outside = np.isnan(warp[:, 0])
    if outside.any():
        affine = affine_map(mesh, donor_mesh)
        warp[outside] = np.stack([columns, rows], 1)[outside] @ affine[:, :2].T + affine[:, 2]
    x, y = np.zeros((2, *picture.shape[:2]), np.float32)
    x[rows, columns], y[rows, columns] = warp.T
    moved = cv2.remap(donor, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    centre = (int(columns.min() + columns.max() + 1) // 2, int(rows.min() + rows.max() + 1) // 2)
    return cv2.seamlessClone(moved, picture, (mask > 127).astype(np.uint8) * 255, centre, cv2.NORMAL_CLONE)


# ---- glasses ---------------------------------------------------------------------------------------------------------


def _lens(rng, side, kind, width, height):
    """Outline of a lens in canonical centimetres; side -1 is the left one."""
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    power = {"round": 1.0, "oval": 1.0, "square": 0.45, "aviator": 0.8, "cat": 0.6}[kind]
    x = np.sign(np.cos(t)) * np.abs(np.cos(t)) ** power * width
    y = np.sign(np.sin(t)) * np.abs(np.sin(t)) ** power * height
    if kind == "aviator":
        x, y = x * (1 - 0.18 * np.clip(y / height, 0, 1)), y + 0.25 * np.clip(y, 0, None)
    if kind == "cat":
        y = y - 0.25 * height * np.clip(side * x / width, 0, None)
    return np.stack([side * 3.2 + x, -2.45 + y], 1)


def glasses(rng, picture, mesh, dark):
    """Draws glasses: frames with clear lenses, or dark lenses with or without frames."""
    matrix = affine_map(PLANE[:, 1:], mesh[PLANE[:, 0].astype(int)])
    drop = rng.uniform(-0.3, 0.7 if not dark else 0.5)

    def place(points):
        return (np.asarray(points) + [0, drop]) @ matrix[:, :2].T + matrix[:, 2]

    unit = np.hypot(*matrix[:, 0])
    kind = rng.choice(["round", "oval", "square", "aviator", "cat"])
    width = rng.uniform(2.1, 3.0) + (0.25 if dark else 0)
    height = width * rng.uniform(0.55, 0.95) if kind != "round" else width * 0.95
    lenses = [place(_lens(rng, side, kind, width, height)) for side in (-1, 1)]
    colour = _frame_colour(rng)
    over = picture.copy()
    for lens in lenses:
        mask = polygon(picture.shape, lens)
        if dark:
            tint = np.full(picture.shape, rng.uniform(0, 60), np.float32) + rng.uniform(-12, 12, 3)
            shade = np.linspace(rng.uniform(0.75, 1.0), rng.uniform(0.55, 1.0), picture.shape[0])[:, None]
            if rng.random() < 0.35:
                tint += np.linspace(0, rng.uniform(10, 90), picture.shape[1])[None, :, None]
            share = (mask / 255.0 * shade * rng.uniform(0.85, 1.0))[..., None]
            over = np.clip(over * (1 - share) + np.clip(tint, 0, 255) * share, 0, 255).astype(np.uint8)
        elif rng.random() < 0.5:
            glow = np.full(picture.shape, 255, np.uint8)
            streak = polygon(picture.shape, lens * [0.35, 0.9] + lens.mean(0) * [0.65, 0.1])
            over = blend(over, glow, (np.minimum(mask, streak) * rng.uniform(0.02, 0.3)).astype(np.uint8))
    thickness = rng.uniform(0.08, 0.45) if not dark else rng.uniform(0.1, 0.5)
    pixels = max(1, int(round(thickness * unit)))
    rimless = rng.random() < (0.15 if not dark else 0.2)
    if not rimless:
        for lens in lenses:
            cv2.polylines(over, [np.round(lens * 8).astype(np.int32)], True, colour, pixels, cv2.LINE_AA, 3)
    bridge = place([[-3.2 + width, -2.6], [0, -2.95], [3.2 - width, -2.6]])
    cv2.polylines(over, [np.round(bridge * 8).astype(np.int32)], False, colour, max(1, pixels), cv2.LINE_AA, 3)
    for side, vertex in ((-1, 127), (1, 356)):
        arm = np.stack([place([[side * (3.2 + width), -2.8]])[0], mesh[vertex]])
        cv2.polylines(over, [np.round(arm * 8).astype(np.int32)], False, colour, max(1, pixels), cv2.LINE_AA, 3)
    return cv2.GaussianBlur(over, (0, 0), 0.6) if rng.random() < 0.7 else over


def _frame_colour(rng):
    grey = rng.uniform(5, 60)
    return rng.choice(
        [[grey, grey, grey], [20, 40, rng.uniform(60, 120)], [90, 160, 190], [150, 150, 150], rng.uniform(0, 200, 3)]
    ).astype(float).tolist()


# ---- things before the face ------------------------------------------------------------------------------------------


def texture(rng, shape, others):
    """A surface: plain cloth, stripes, or a piece of another picture."""
    height, width = shape[:2]
    choice = rng.random()
    if choice < 0.4:
        base = np.full((height, width, 3), rng.uniform(20, 250, 3), np.float32)
        base += cv2.resize(rng.normal(0, 14, (8, 8)).astype(np.float32), (width, height))[..., None]
    elif choice < 0.55:
        wave = np.sin(np.arange(width) * rng.uniform(0.1, 0.8))[None, :, None] * rng.uniform(10, 60)
        base = np.full((height, width, 3), rng.uniform(60, 200, 3), np.float32) + wave
    else:
        other = others[rng.integers(len(others))]
        base = cv2.resize(other[::rng.choice([-1, 1]), ::rng.choice([-1, 1])], (width, height)).astype(np.float32)
    return np.clip(base, 0, 255).astype(np.uint8)


def skin(rng, picture, mesh):
    """A surface in the colour of this face."""
    cheek = picture[polygon(picture.shape, mesh[[50, 205, 187, 123]]) > 0]
    tone = cheek.mean(0) if len(cheek) else np.full(3, 128.0)
    height, width = picture.shape[:2]
    base = np.full(picture.shape, tone * rng.uniform(0.75, 1.1), np.float32)
    base += cv2.resize(rng.normal(0, 16, (6, 6)).astype(np.float32), (width, height))[..., None]
    return np.clip(base, 0, 255).astype(np.uint8)


def occlude(rng, picture, mesh, others):
    """Hides part of the face: a mask or scarf, a hand, a thing, or the picture's edge."""
    low, high = mesh.min(0), mesh.max(0)
    size = high - low
    kind = rng.choice(["mask", "hand", "thing", "edge"], p=[0.35, 0.25, 0.25, 0.15])
    if kind == "mask":
        top = mesh[MASK].copy()
        top[[0, 1, -3, -2, -1], 1] += rng.uniform(0.0, 0.22) * size[1]
        mask = polygon(picture.shape, top, rng.uniform(0.0, 0.08))
        return blend(picture, texture(rng, picture.shape, others), mask)
    if kind == "hand":
        mask = np.zeros(picture.shape[:2], np.uint8)
        start = low + size * rng.uniform([0.1, 0.35], [0.9, 0.9])
        angle = rng.uniform(0, 2 * np.pi)
        for finger in range(rng.integers(3, 6)):
            base = start + np.array([-np.sin(angle), np.cos(angle)]) * (finger - 2) * 0.11 * size[0]
            tip = base + np.array([np.cos(angle), np.sin(angle)]) * rng.uniform(0.3, 0.6) * size[0]
            cv2.line(mask, tuple(np.round(base).astype(int).tolist()), tuple(np.round(tip).astype(int).tolist()), 255,
                     max(2, int(0.11 * size[0])), cv2.LINE_AA)
        cv2.circle(mask, tuple(np.round(start).astype(int).tolist()), max(2, int(rng.uniform(0.16, 0.3) * size[0])), 255, -1)
        mask = cv2.GaussianBlur(mask, (0, 0), 1)
        return blend(picture, skin(rng, picture, mesh), mask)
    if kind == "thing":
        centre = low + size * rng.uniform([0.15, 0.2], [0.85, 0.85])
        half = size * rng.uniform(0.18, 0.4, 2)
        box = cv2.boxPoints((tuple(centre.tolist()), tuple((2 * half).tolist()), float(rng.uniform(-40, 40))))
        return blend(picture, texture(rng, picture.shape, others), polygon(picture.shape, box))
    over = picture.copy()
    side, share = rng.integers(4), rng.uniform(0.25, 0.5)
    fill = texture(rng, picture.shape, others) if rng.random() < 0.5 else np.full(picture.shape, rng.uniform(0, 255), np.uint8)
    cut = [int(low[0] + share * size[0]), int(high[0] - share * size[0]), int(low[1] + share * size[1]),
           int(high[1] - share * size[1])][side]
    region = [np.s_[:, : max(cut, 0)], np.s_[:, max(cut, 0):], np.s_[: max(cut, 0)], np.s_[max(cut, 0):]][side]
    over[region] = fill[region]
    return over


# ---- cameras ---------------------------------------------------------------------------------------------------------


def camera(rng, picture, mesh):
    """Another camera: mirrored, small, blurred, noisy, dark, coloured, compressed. Gives the picture and its mesh."""
    mesh = mesh.copy()
    face = np.ptp(mesh[:, 1])
    scale = np.exp(rng.uniform(np.log(36), np.log(230))) / face
    if scale < 1:
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        mesh = mesh * scale
    if rng.random() < 0.3:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.3, 0.02 * np.ptp(mesh[:, 1]) + 0.4))
    values = picture.astype(np.float32) / 255
    values = np.clip(values, 0, 1) ** rng.uniform(0.6, 1.7) * rng.uniform(0.65, 1.25) * rng.uniform(0.9, 1.1, 3)
    if rng.random() < 0.15:
        values = np.repeat(values.mean(2, keepdims=True), 3, 2)
    if rng.random() < 0.3:
        values = values + rng.normal(0, rng.uniform(0.005, 0.04), values.shape)
    picture = np.clip(values * 255, 0, 255).astype(np.uint8)
    if rng.random() < 0.6:
        _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(35, 95))])
        picture = cv2.imdecode(data, cv2.IMREAD_COLOR)
    if rng.random() < 0.5:
        picture = np.ascontiguousarray(picture[:, ::-1])
        mesh[:, 0] = picture.shape[1] - 1 - mesh[:, 0]
        mesh = mesh[MIRROR]
    return picture, mesh


def _mirror():
    """The vertex at the mirrored place of each, for the few that crops depend on; others keep their index."""
    swap = np.arange(468)
    for left, right in ((33, 263), (133, 362), (61, 291), (127, 356), (234, 454), (93, 323), (132, 361), (58, 288),
                        (172, 397), (50, 280)):
        swap[left], swap[right] = right, left
    return swap


MIRROR = _mirror()

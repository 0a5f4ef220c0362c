/** What a gallery is made from: the faces of a portrait with the vectors of every installed encoder. */
package org.lynceus.detector.celebrities.internal.portrait;

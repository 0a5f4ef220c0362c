/** Search of faces among the people of all galleries, and the rule by which a face is named. */
package org.lynceus.detector.celebrities.internal.search;

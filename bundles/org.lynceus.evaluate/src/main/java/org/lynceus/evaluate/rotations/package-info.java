/** What turning a picture does to its faces. */
package org.lynceus.evaluate.rotations;

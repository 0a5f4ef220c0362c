/** How well pictures of the same person are told from pictures of different people. */
package org.lynceus.evaluate.pairs;

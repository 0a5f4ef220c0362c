/** Folders of labelled pictures: which files they hold and how those are read. */
package org.lynceus.evaluate.dataset;

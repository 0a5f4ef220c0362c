/** Picture files, turned and cut. */
package org.lynceus.evaluate.picture;
